import { Problem } from './problem.mjs'

/**
 * What server and worker are told about being watched, by its names; what is not set is not in it.
 * @typedef {Partial<Record<keyof typeof settings, string>>} TelemetrySettings
 */

/** For each name what can be used, and how to say it without repeating what was written. */
const settings = {
  METRICS_PORT: {
    isGood: (/** @type {string} */ text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535,
    words: 'be a whole number from 1 to 65535',
  },
  METRICS_TOKEN: {
    isGood: (/** @type {string} */ text) => text.length >= 16,
    words: 'have at least 16 characters',
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    isGood: (/** @type {string} */ text) => URL.canParse(text) && /^https?:\/\/./i.test(text),
    words: 'look like http://127.0.0.1:4318',
  },
  OTEL_TRACES_SAMPLER_ARG: {
    isGood: (/** @type {string} */ text) => /^\d+(\.\d+)?$/.test(text) && Number(text) <= 1,
    words: 'be a share from 0 to 1',
  },
}

/** Their names. */
export const telemetrySettingNames = Object.keys(settings)

/**
 * Throws a `Problem` for the first value that cannot be used.
 * @param {(name: string) => string | null} value
 * @returns {TelemetrySettings}
 */
export function readTelemetrySettings(value) {
  const given = /** @type {TelemetrySettings} */ ({})
  for (const [name, { isGood, words }] of Object.entries(settings)) {
    const text = value(name)
    if (text === null) continue
    if (!isGood(text)) throw new Problem(`${name} must ${words}`)
    given[/** @type {keyof typeof settings} */ (name)] = text
  }
  return given
}
