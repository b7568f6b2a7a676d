/** Reads server-sent events (WHATWG HTML, section 9.2) from the body of an answer until it ends. */
export async function* readEvents(body) {
    let event = '';
    let data = [];
    let id = '';
    for await (const line of readLines(body)) {
        if (line === '') {
            if (data.length > 0)
                yield { type: event === '' ? 'message' : event, data: data.join('\n'), id };
            event = '';
            data = [];
            continue;
        }
        const [field, value] = fieldOf(line);
        if (field === 'event')
            event = value;
        else if (field === 'data')
            data.push(value);
        else if (field === 'id')
            id = value;
    }
}
/** `name: value`; a line that begins with a colon is a comment and has the empty name. */
function fieldOf(line) {
    const colon = line.indexOf(':');
    if (colon < 0)
        return [line, ''];
    return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
}
/** Lines as they become complete; what is left when the body ends is not one. */
async function* readLines(body) {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const bytes of body) {
        const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
            yield line.replace(/\r$/, '');
    }
}
//# sourceMappingURL=event-stream.js.map