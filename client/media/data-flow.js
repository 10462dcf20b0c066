// The page of the data flow: zoom, pan, search and filters of the map, and the list beside it. It tells the editor what was chosen.
const editor = acquireVsCodeApi()
const state = { list: false, ...editor.getState() }
const stage = document.querySelector('#stage')
const map = document.querySelector('#stage > .flow')
const size = { width: Number(map.getAttribute('width')), height: Number(map.getAttribute('height')) }
const stations = [...document.querySelectorAll('.station')]
const search = document.querySelector('[type=search]')
const items = [...document.querySelectorAll('#list button')]
// Text of 12 pixels is drawn at 11 and more when the map is shown first.
const readable = 11 / 12
let scale = 1

const fitting = () => Math.min(stage.clientWidth / size.width, stage.clientHeight / size.height, 1)

const zoomTo = (to, at = { x: stage.clientWidth / 2, y: stage.clientHeight / 2 }) => {
  const before = scale
  scale = Math.min(4, Math.max(0.1, to))
  map.setAttribute('width', String(size.width * scale))
  map.setAttribute('height', String(size.height * scale))
  stage.scrollLeft = ((stage.scrollLeft + at.x) * scale) / before - at.x
  stage.scrollTop = ((stage.scrollTop + at.y) * scale) / before - at.y
  document.querySelector('#scale').textContent = `${Math.round(scale * 100)} %`
}

const show = station => {
  station.focus({ preventScroll: true })
  station.scrollIntoView({ block: 'center', inline: 'center' })
}

const choose = station => {
  const number = Number(station.dataset.station)
  editor.postMessage({ station: number })
}

const matches = text => {
  const wanted = search.value.trim().toLowerCase()
  return wanted !== '' && text.toLowerCase().includes(wanted)
}

const find = () => {
  for (const station of stations) station.classList.toggle('found', matches(station.textContent))
  for (const item of items) item.hidden = search.value.trim() !== '' && !matches(item.textContent)
  const found = stations.filter(station => station.classList.contains('found'))
  document.querySelector('#found').textContent = search.value.trim() === '' ? '' : String(found.length)
  return found
}

const buttons = {
  in: () => zoomTo(scale * 1.25),
  out: () => zoomTo(scale / 1.25),
  fit: () => zoomTo(fitting()),
  actual: () => zoomTo(1),
  list: () => {
    state.list = !state.list
    editor.setState(state)
    drawList()
  },
  whole: () => editor.postMessage({ whole: true }),
  export: () => editor.postMessage({ export: true }),
}

const drawList = () => {
  document.body.classList.toggle('with-list', state.list)
  document.querySelector('[data-do=list]').setAttribute('aria-pressed', String(state.list))
}

document.addEventListener('click', ({ target }) => {
  const button = target.closest('[data-do]')
  const item = target.closest('#list [data-of]')
  const station = target.closest('.station')
  if (button) buttons[button.dataset.do]()
  else if (item) show(stations.find(({ dataset }) => dataset.station === item.dataset.of))
  else if (station && !dragged) choose(station)
})

document.addEventListener('change', ({ target }) => {
  if (target.tagName === 'SELECT') editor.postMessage({ choose: { [target.name]: target.value } })
})
search.addEventListener('input', find)
search.addEventListener('keydown', event => {
  const [first] = event.key === 'Enter' ? find() : []
  if (first) show(first)
})

const keys = { '+': buttons.in, '=': buttons.in, '-': buttons.out, 0: buttons.fit, 1: buttons.actual, l: buttons.list }
document.addEventListener('keydown', event => {
  if (/^(?:INPUT|SELECT)$/.test(event.target.tagName)) return
  const at = stations.indexOf(document.activeElement)
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
  if (event.key === '/') search.focus()
  else if (keys[event.key] && !event.ctrlKey && !event.metaKey) keys[event.key]()
  else if (at < 0) return
  else if (event.key === 'Enter' || event.key === ' ') choose(stations[at])
  else if (event.key === 'f') editor.postMessage({ focus: Number(stations[at].dataset.station) })
  else if (step) show(stations[(at + step + stations.length) % stations.length])
  else return
  event.preventDefault()
})

stage.addEventListener(
  'wheel',
  event => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    const box = stage.getBoundingClientRect()
    zoomTo(scale * (event.deltaY < 0 ? 1.1 : 1 / 1.1), { x: event.clientX - box.left, y: event.clientY - box.top })
  },
  { passive: false },
)

let held
let dragged = false
stage.addEventListener('pointerdown', event => {
  held = { x: event.clientX + stage.scrollLeft, y: event.clientY + stage.scrollTop }
  dragged = false
})
stage.addEventListener('pointermove', event => {
  if (!held || event.buttons === 0) return
  const [left, top] = [held.x - event.clientX, held.y - event.clientY]
  if (Math.abs(left - stage.scrollLeft) + Math.abs(top - stage.scrollTop) > 4) dragged = true
  stage.scrollTo(left, top)
})
stage.addEventListener('contextmenu', event => {
  const station = event.target.closest('.station')
  if (!station) return
  event.preventDefault()
  editor.postMessage({ focus: Number(station.dataset.station) })
})

drawList()
zoomTo(fitting() >= readable ? fitting() : 1)
