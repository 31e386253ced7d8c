--[[
warrant-strip.lua: publish a manuscript without its Warrant tags.

  pandoc paper.md --lua-filter warrant-strip.lua --citeproc -o paper.docx

Removes the classes, attributes and ids of Warrant's tags and the `warrant` metadata, and leaves the
text. A span or div that carried nothing else goes; its content stays. Put it before other filters.
Needs Pandoc 2.17 or later. README.md beside this file says what is kept, and why.
]]

local function words(text)
  local set = {}
  for word in text:gmatch '%S+' do
    set[word] = true
  end
  return set
end

-- The classes that mark a tag.
local KINDS = words [[claim evidence mechanism step stage phase construct]]

-- Attributes that only Warrant uses: removed wherever they stand, so that a misspelt kind leaks nothing.
local OWN = words [[
  access against alias backing challenges constructs contrasts entities evidence instantiates
  mechanism motor note original qda qualifier rebuttal ref rival supports tier warrant
]]

-- Attributes that others use as well: removed from tags only.
local SHARED = words [[
  activities activity after answers cause code date def display effect entity extends form from kind
  label level limits loc match n of outcome parent parts period position scope sign source status
  term tests trigger type when
]]

-- `lang` says in what language the tagged words are. It is no analysis, and Pandoc needs it for
-- hyphenation, quotation marks and screen readers, so it stays: `data-lang`, which does nothing, goes.
local KEPT = words [[lang]]

-- The class of a div around a table that Warrant has made, and what such a div says of it.
local MADE_TABLE = 'warrant-table'
local OF_TABLE = words [[table made]]

-- Prefixes of cross-references (Quarto with "-", pandoc-crossref with ":"). Warrant never makes such
-- an id, and other chapters may refer to it. `crossref.custom` in the metadata adds to them.
local CROSSREF = words [[
  fig tbl sec eq lst thm lem cor prp cnj def exm exr alg sol rem nte tip wrn imp cau
]]

local stringify = pandoc.utils.stringify

-- White space, the stronger the higher.
local BREAKS = { Space = 1, SoftBreak = 2, LineBreak = 3 }

local function has_extension(name)
  for _, extension in ipairs(PANDOC_READER_OPTIONS.extensions) do
    if extension == name then
      return true
    end
  end
  return false
end

-- Attributes ------------------------------------------------------------------------------------

local function unprefixed(name)
  return name:match '^data%-(.+)$' or name
end

local function is_kind(el)
  for _, class in ipairs(el.classes) do
    if KINDS[class] then
      return true
    end
  end
  return false
end

-- A tag has a kind, or says what it is another occurrence of.
local function is_tag(el)
  return is_kind(el) or el.attributes['ref'] ~= nil or el.attributes['data-ref'] ~= nil
end

local function is_vocabulary(name)
  local plain = unprefixed(name)
  return OWN[plain] or SHARED[plain] or KEPT[plain] or false
end

local function is_removed(name, tag)
  local plain = unprefixed(name)
  return OWN[plain] or (tag and (SHARED[plain] or (KEPT[plain] and plain ~= name))) or false
end

-- Removes what is Warrant's, and returns whether anything was.
local function strip(el, tag, keeps_id)
  local changed = false
  local classes, attributes, identifier = {}, {}, el.identifier
  local made = el.classes:includes(MADE_TABLE)
  for _, class in ipairs(el.classes) do
    if class == MADE_TABLE or (tag and KINDS[class]) then
      changed = true
    else
      classes[#classes + 1] = class
    end
  end
  for name, value in pairs(el.attributes) do
    if is_removed(name, tag) or (made and OF_TABLE[unprefixed(name)]) then
      changed = true
    else
      attributes[#attributes + 1] = { name, value }
    end
  end
  if tag and identifier ~= '' and not keeps_id(identifier) then
    changed = true
    identifier = ''
  end
  if changed then
    el.attr = pandoc.Attr(identifier, classes, attributes)
  end
  return changed
end

local function is_bare(el)
  return el.identifier == '' and #el.classes == 0 and #el.attributes == 0
end

-- The project -----------------------------------------------------------------------------------

local function keys(meta)
  local names = {}
  if type(meta) == 'table' then
    for name in pairs(meta) do
      names[#names + 1] = name
    end
  end
  return names
end

-- A project may add kinds and attributes (`vocabulary`); they are removed from tags.
local function extend(config)
  local vocabulary = type(config) == 'table' and config.vocabulary
  if type(vocabulary) ~= 'table' then
    return
  end
  for _, kind in ipairs(keys(vocabulary.kinds)) do
    KINDS[kind] = true
  end
  for _, kind in ipairs(keys(vocabulary.attributes)) do
    for _, name in ipairs(keys(vocabulary.attributes[kind])) do
      SHARED[name] = true
    end
  end
end

-- The text of the nearest warrant.yaml above the input, no further up than the repository.
local function project_file()
  local input = PANDOC_STATE.input_files[1]
  local folder = input and pandoc.path.directory(input) or '.'
  for _ = 1, 32 do
    local file = io.open(pandoc.path.join { folder, 'warrant.yaml' })
    if file then
      local text = file:read 'a'
      file:close()
      return text
    end
    local git = io.open(pandoc.path.join { folder, '.git' })
    if git then
      git:close()
      return nil
    end
    folder = pandoc.path.join { folder, '..' }
  end
  return nil
end

-- Whether the document takes part in Warrant. `::: {.step}` in somebody's lab manual does not: the
-- project has opted in, or a span has a kind, or something of a kind has an attribute of ours.
local function takes_part(doc)
  extend(doc.meta.warrant)
  local text = project_file()
  if text then
    local read, project = pcall(pandoc.read, '---\n' .. text .. '\n---\n', 'markdown')
    extend(read and project.meta or nil)
  end
  if text or doc.meta.warrant then
    return true
  end
  local found = false
  local function look(el)
    found = found or el.classes:includes(MADE_TABLE)
    if is_kind(el) then
      for name in pairs(el.attributes) do
        found = found or is_vocabulary(name)
      end
    end
  end
  doc:walk {
    Span = function(span)
      found = found or is_kind(span)
    end,
    Div = look,
    Header = look,
    Image = look,
    Table = look,
  }
  return found
end

-- Ids -------------------------------------------------------------------------------------------

local function decode(fragment)
  return (fragment:gsub('%%(%x%x)', function(hex)
    return string.char(tonumber(hex, 16))
  end))
end

-- Returns a predicate: whether an id must stay because something in the document refers to it.
local function references(doc)
  local referred = {}
  local function from_attributes(el)
    local tag = is_tag(el)
    for name, value in pairs(el.attributes) do
      if not is_removed(name, tag) then
        for word in value:gmatch '[^%s#]+' do
          referred[word] = true
        end
      end
    end
  end
  local function from_raw(el)
    for word in el.text:gmatch '[%w_:.\128-\255-]+' do
      referred[word] = true
    end
  end
  doc:walk {
    Link = function(link)
      local fragment = link.target:match '#(.+)$'
      if fragment then
        referred[decode(fragment)] = true
      end
      from_attributes(link)
    end,
    RawInline = from_raw,
    RawBlock = from_raw,
    Span = from_attributes,
    Div = from_attributes,
    Image = from_attributes,
    Header = from_attributes,
  }
  local crossref = doc.meta.crossref
  for _, custom in ipairs(type(crossref) == 'table' and crossref.custom or {}) do
    CROSSREF[stringify(custom.key or '')] = true
  end
  return function(id)
    local prefix = id:match '^(%w+)[-:]'
    return referred[id] or (prefix and CROSSREF[prefix]) or false
  end
end

-- The id that Pandoc gives to a heading of this text, before it makes it unique. Only Pandoc's readers
-- know the letters of all scripts, so one of them is asked.
local function base_id(header)
  local format = 'html'
  for _, name in ipairs { 'gfm_auto_identifiers', 'ascii_identifiers' } do
    if has_extension(name) then
      format = format .. '+' .. name
    end
  end
  local text = stringify(header.content):gsub('[&<]', { ['&'] = '&amp;', ['<'] = '&lt;' })
  local heading = pandoc.read('<h1>' .. text .. '</h1>', format).blocks[1]
  return heading and heading.identifier or 'section'
end

local function is_automatic(id, base)
  return id == base or (id:sub(1, #base) == base and id:sub(#base + 1):match '^%-%d+$' ~= nil)
end

-- Returns a function that gives a heading which lost its id the one it would have without its tag.
local function automatic_ids(doc)
  local used = {}
  doc:walk {
    Header = function(header)
      used[header.identifier] = true
    end,
  }
  return function(header, previous)
    if not has_extension 'auto_identifiers' then
      return
    end
    local base = base_id(header)
    local id, count = base, 0
    if is_automatic(previous, base) then
      id = previous
    else
      while used[id] do
        count = count + 1
        id = base .. '-' .. count
      end
    end
    used[id] = true
    header.identifier = id
  end
end

-- Pandoc 3 moves the id of an image that stands alone to the figure that it makes of it.
local function tagged_figures(doc)
  local tagged = {}
  doc:walk {
    Figure = function(figure)
      figure.content:walk {
        Image = function(image)
          tagged[figure.identifier] = tagged[figure.identifier] or is_tag(image)
        end,
      }
    end,
  }
  return tagged
end

-- Attributes in text ----------------------------------------------------------------------------

-- The items of `{#id .class key="value"}` as { text =, class =, id =, name = }, or nil if it is no such thing.
local function attribute_items(text)
  local rest = text:match '^{%s*(.-)%s*}$'
  if not rest then
    return nil
  end
  -- The reader has made the quotes curly.
  for _, quote in ipairs { '“', '”' } do
    rest = rest:gsub(quote, '"')
  end
  local items = {}
  while rest ~= '' do
    local item = rest:match '^[#.][^%s{}]+' or rest:match '^%a[%w_.:-]*="[^"]*"' or rest:match '^%a[%w_.:-]*=[^%s"]+'
    if not item then
      return nil
    end
    items[#items + 1] = {
      text = item,
      id = item:match '^#(.+)',
      class = item:match '^%.(.+)',
      name = item:match '^(%a[^=]*)=',
    }
    rest = rest:sub(#item + 1):match '^%s*(.*)$'
  end
  return items
end

local function written_attributes(items, tag, keeps_id)
  local kept = {}
  for _, item in ipairs(items) do
    local gone = (item.class and KINDS[item.class])
      or (item.name and is_removed(item.name, tag))
      or (item.id and not keeps_id(item.id))
    if not gone then
      kept[#kept + 1] = item.text
    end
  end
  return kept
end

local function has_tag(items)
  for _, item in ipairs(items or {}) do
    if (item.class and KINDS[item.class]) or (item.name and unprefixed(item.name) == 'ref') then
      return true
    end
  end
  return false
end

-- Pandoc keeps the source of a citation, and prints it where no processor of citations runs:
-- `[see [this]{.claim} @k]`.
local function strip_citation(cite, keeps_id)
  local text, changed = stringify(cite.content), false
  repeat
    local stripped = text:gsub('%[([^%[%]]*)%](%b{})', function(inner, attributes)
      local items = attribute_items(attributes)
      if has_tag(items) then
        local kept = written_attributes(items, true, keeps_id)
        return #kept > 0 and '[' .. inner .. ']{' .. table.concat(kept, ' ') .. '}' or inner
      end
    end)
    local again = stripped ~= text
    changed = changed or again
    text = stripped
  until not again
  if changed then
    local words = {}
    for word in text:gmatch '%S+' do
      if #words > 0 then
        words[#words + 1] = pandoc.Space()
      end
      words[#words + 1] = pandoc.Str(word)
    end
    cite.content = words
  end
  return changed
end

-- To older Pandocs, and to Quarto, which reads them itself, a caption's attributes are text.
local function strip_caption(tbl, keeps_id)
  local block = tbl.caption and tbl.caption.long and tbl.caption.long[#tbl.caption.long]
  local inlines = block and block.content
  local first = inlines and #inlines or 0
  while first > 0 and not (inlines[first].t == 'Str' and inlines[first].text:sub(1, 1) == '{') do
    first = first - 1
  end
  if first == 0 then
    return false
  end
  local before, after = pandoc.List {}, pandoc.List {}
  for index, el in ipairs(inlines) do
    (index < first and before or after):insert(el)
  end
  local items = attribute_items(stringify(after))
  if not has_tag(items) then
    return false
  end
  local kept = written_attributes(items, true, keeps_id)
  if #kept > 0 then
    -- Read as the caption was, after a word, so that it is no tag of its own.
    local format = has_extension 'smart' and 'markdown' or 'markdown-smart'
    local read = pandoc.read('x {' .. table.concat(kept, ' ') .. '}', format).blocks[1].content
    before:extend { table.unpack(read, 3) }
  elseif #before > 0 and BREAKS[before[#before].t] then
    before:remove()
  end
  block.content = before
  local caption = tbl.caption
  caption.long[#caption.long] = block
  tbl.caption = caption
  return true
end

-- Content of removed spans and divs -------------------------------------------------------------

-- Appends an inline as Pandoc's reader does where no span stood between: `[Trust]{.claim}.` is one word.
local function join(inlines, el)
  local last = inlines[#inlines]
  if last and last.t == 'Str' and el.t == 'Str' then
    inlines[#inlines] = pandoc.Str(last.text .. el.text)
  elseif last and BREAKS[last.t] and BREAKS[el.t] then
    inlines[#inlines] = BREAKS[el.t] > BREAKS[last.t] and el or last
  else
    inlines[#inlines + 1] = el
  end
end

local function stripped_inlines(inlines, keeps_id)
  local result, changed, at_seam = {}, false, false
  for _, el in ipairs(inlines) do
    local gone = false
    if el.t == 'Span' or el.t == 'Image' or el.t == 'Link' then
      local stripped = strip(el, is_tag(el), keeps_id)
      changed = changed or stripped
      gone = stripped and el.t == 'Span' and is_bare(el)
    elseif el.t == 'Code' then
      changed = strip(el, false, keeps_id) or changed
    elseif el.t == 'Cite' then
      changed = strip_citation(el, keeps_id) or changed
    end
    if gone then
      for index, inner in ipairs(el.content) do
        if index == 1 then
          join(result, inner)
        else
          result[#result + 1] = inner
        end
      end
      at_seam = true
    elseif at_seam then
      join(result, el)
      at_seam = false
    else
      result[#result + 1] = el
    end
  end
  return changed and result or nil
end

-- `<div class="claim">text</div>` holds a Plain, which would run into the next paragraph.
local function paragraph(block)
  return block.t == 'Plain' and pandoc.Para(block.content) or block
end

local function stripped_blocks(blocks, context)
  local result, changed = {}, false
  for _, el in ipairs(blocks) do
    local gone = false
    if el.t == 'Div' or el.t == 'Table' then
      local stripped = strip(el, is_tag(el), context.keeps_id)
      changed = changed or stripped
      if el.t == 'Table' then
        changed = strip_caption(el, context.keeps_id) or changed
      end
      gone = stripped and el.t == 'Div' and is_bare(el)
    elseif el.t == 'Header' then
      local previous = el.identifier
      if strip(el, is_tag(el), context.keeps_id) then
        changed = true
        if el.identifier == '' then
          context.give_automatic_id(el, previous)
        end
      end
    elseif el.t == 'Figure' then
      if context.tagged[el.identifier] and not context.keeps_id(el.identifier) then
        changed = true
        el.identifier = ''
      end
    elseif el.t == 'CodeBlock' then
      changed = strip(el, false, context.keeps_id) or changed
    end
    if gone then
      for _, inner in ipairs(el.content) do
        result[#result + 1] = paragraph(inner)
      end
    else
      result[#result + 1] = el
    end
  end
  return changed and result or nil
end

-- In a list that is tight elsewhere, an item that is one tagged div becomes tight as well.
local function tightened_list(list, keeps_id)
  local tight, changed = false, false
  for _, item in ipairs(list.content) do
    tight = tight or (item[1] ~= nil and item[1].t == 'Plain')
  end
  local items = {}
  for index, item in ipairs(list.content) do
    items[index] = item
    local div = #item == 1 and item[1].t == 'Div' and item[1]:clone()
    if tight and div and strip(div, is_tag(div), keeps_id) and is_bare(div) then
      local blocks = div.content
      if blocks[1] and blocks[1].t == 'Para' and (not blocks[2] or blocks[2].t ~= 'Para') then
        blocks[1] = pandoc.Plain(blocks[1].content)
        items[index] = blocks
        changed = true
      end
    end
  end
  if changed then
    list.content = items
    return list
  end
end

function Pandoc(doc)
  if not takes_part(doc) then
    return nil
  end
  local keep_all = doc.meta['warrant-keep-ids']
  doc.meta.warrant = nil
  doc.meta['warrant-keep-ids'] = nil
  local is_referred = references(doc)
  local function keeps_id(id)
    return keep_all or is_referred(id)
  end
  local context = {
    keeps_id = keeps_id,
    give_automatic_id = automatic_ids(doc),
    tagged = tagged_figures(doc),
  }
  local function tighten(list)
    return tightened_list(list, keeps_id)
  end
  return doc:walk({ BulletList = tighten, OrderedList = tighten }):walk {
    Inlines = function(inlines)
      return stripped_inlines(inlines, keeps_id)
    end,
    Blocks = function(blocks)
      return stripped_blocks(blocks, context)
    end,
  }
end
