using System.Collections.Concurrent;

namespace AiNewsBot.Feeds.Parsing.Dates;

/// <summary>
/// Names of months, weekdays and halves of the day in all languages of Unicode's CLDR (https://cldr.unicode.org), as .NET prints them. They
/// are read when a date has a name that the common languages do not have.
/// </summary>
internal sealed class CalendarNames
{
    private static readonly Lazy<CalendarNames> EveryLanguage = new(() => new CalendarNames(Lines()));
    private static readonly Lazy<HashSet<string>> Languages = new(() => [.. Lines().Select(LanguageOf)]);
    private static readonly ConcurrentDictionary<string, CalendarNames> ByLanguage = new();

    private readonly Dictionary<string, int> _months = [];
    private readonly Dictionary<string, int> _weekdays = [];
    private readonly Dictionary<string, bool> _halves = [];

    private CalendarNames(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var fields = line.Split('\t');

            // A name that means different months in different languages means none where the language is not known, nor does "Sat".
            foreach (var (name, month) in Names(fields[1]).Where(name => !IsEnglishWeekday(name.Name)))
                _months[name] = _months.TryGetValue(name, out var other) && other != month + 1 ? 0 : month + 1;
            foreach (var (name, day) in Names(fields[2]))
                _weekdays[name] = _weekdays.GetValueOrDefault(name) | 1 << day;
            foreach (var (name, half) in Names(fields[3]))
                _halves.TryAdd(name, half == 1);
        }

        MaxWords = _months.Keys.Concat(_halves.Keys).Max(name => name.Count(' ') + 1);
    }

    /// <summary>The names of all languages.</summary>
    public static CalendarNames All => EveryLanguage.Value;

    /// <summary>The most words that the name of a month or of a half of the day has.</summary>
    public int MaxWords { get; }

    /// <summary>The names of a feed's own language; null where that is not known, or English.</summary>
    public static CalendarNames? For(FeedLocale? locale)
    {
        if (locale is null)
            return null;
        if (ByLanguage.TryGetValue(locale.Language, out var known))
            return known;
        return Languages.Value.Contains(locale.Language)
            ? ByLanguage.GetOrAdd(locale.Language, new CalendarNames(Lines().Where(line => LanguageOf(line) == locale.Language)))
            : null;
    }

    /// <summary>Whether a name is that of a weekday in some language.</summary>
    /// <param name="key">See <see cref="DateTokens.Key(string)"/>.</param>
    /// <param name="day">The weekday.</param>
    public static bool IsWeekday(string key, DayOfWeek day) =>
        IsEnglish(key, day) || (All._weekdays.GetValueOrDefault(key) & 1 << (int)day) != 0;

    public static bool IsWeekday(string key) => IsEnglishWeekday(key) || All._weekdays.ContainsKey(key);

    public static bool IsEnglishWeekday(string key) => Enum.GetValues<DayOfWeek>().Any(day => IsEnglish(key, day));

    /// <summary>Whether a name is that of the second half of the day; null where it is that of neither.</summary>
    public static bool? IsAfternoon(string key) => All._halves.TryGetValue(key, out var isSecond) ? isSecond : null;

    /// <summary>The number of a month, from 1; null where the name is that of none, or of several.</summary>
    public int? MonthOf(string key) => _months.GetValueOrDefault(key) is > 0 and var month ? month : null;

    private static bool IsEnglish(string key, DayOfWeek day) =>
        key.Length >= 3 && day.ToString().StartsWith(key, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(string Name, int Number)> Names(string field)
    {
        var number = 0;
        foreach (var names in field.Split('|'))
        {
            foreach (var name in names.Split(';', StringSplitOptions.RemoveEmptyEntries))
                yield return (DateTokens.Key(name), number);
            number++;
        }
    }

    // A language a line: its name, its months, its weekdays from Sunday, its halves of the day.
    private static IEnumerable<string> Lines() => EmbeddedLines.Read(typeof(CalendarNames), "calendar-names.tsv");

    private static string LanguageOf(string line) => line[..line.IndexOf('\t', StringComparison.Ordinal)];
}
