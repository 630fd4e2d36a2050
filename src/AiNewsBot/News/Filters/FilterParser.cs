using System.Globalization;
using System.Text.RegularExpressions;

namespace AiNewsBot.News.Filters;

/// <summary>
/// Reads filters: terms that must all be there, <c>or</c> between alternatives, <c>-</c> or <c>not</c> before what must not be there,
/// brackets, <c>title:</c> <c>text:</c> <c>author:</c> <c>category:</c> <c>language:</c> before a term; a term is a word, a "phrase" or a
/// /regular expression/.
/// </summary>
internal sealed partial class FilterParser(string text)
{
    private const int MaxTerms = 40;
    private const int MaxDepth = 10;
    private const int MaxPatternLength = 120;
    private const int MaxRepeats = 500;
    private static readonly TimeSpan MaxTime = TimeSpan.FromMilliseconds(100);

    private int _at;
    private int _terms;
    private int _depth;
    private string? _fault;

    /// <summary>The filter; null where the text cannot be read as one.</summary>
    public FilterNode? Parse(out string? fault)
    {
        var root = ReadAny();
        if (_fault is null && !IsAtEnd())
            _fault = $"There is a bracket too many at “{text[_at..Math.Min(text.Length, _at + 20)]}”.";
        fault = _fault;
        return _fault is null ? root : null;
    }

    private FilterNode? ReadAny()
    {
        var parts = new List<FilterNode>();
        do
        {
            if (ReadAll() is not { } part)
                return null;
            parts.Add(part);
        } while (TryWord("or") || TrySign('|'));

        return parts.Count == 1 ? parts[0] : new FilterNode.Any([.. parts]);
    }

    private FilterNode? ReadAll()
    {
        var parts = new List<FilterNode>();
        while (!IsAtEnd() && text[_at] is not (')' or '|') && !IsWord("or"))
        {
            if (TryWord("and"))
                continue;
            if (ReadPart() is not { } part)
                return null;
            parts.Add(part);
        }

        if (parts.Count == 0)
            return Fail("Something is missing: a word belongs beside each “or” and within brackets.");
        return parts.Count == 1 ? parts[0] : new FilterNode.All([.. parts]);
    }

    private FilterNode? ReadPart()
    {
        if (++_terms > MaxTerms)
            return Fail($"A filter has at most {MaxTerms} terms.");
        if (TrySign('-') || TryWord("not"))
            return IsAtEnd() ? Fail("Nothing follows the last “not”.")
                : ReadPart() is { } inner ? new FilterNode.Not(inner)
                : null;
        if (!TrySign('('))
            return ReadTerm();
        if (++_depth > MaxDepth)
            return Fail($"Brackets are within each other more than {MaxDepth} times.");
        var group = ReadAny();
        if (group is not null && !TrySign(')'))
            return Fail("A bracket is not closed.");
        _depth--;
        return group;
    }

    private FilterNode? ReadTerm()
    {
        var field = ReadField();
        if (IsAtEnd())
            return Fail("Nothing follows the colon.");
        switch (text[_at])
        {
            case '"' or '“' or '„':
                var phrase = ReadUntil(text[_at] == '"' ? "\"" : "”“");
                return phrase is null ? Fail("A quotation mark is not closed.")
                    : phrase.Any(char.IsLetterOrDigit) ? new FilterNode.Words(field, phrase.Trim())
                    : Fail("There is no word between the quotation marks.");
            case '/':
                return ReadUntil("/") is { } pattern ? ReadExpression(field, pattern) : Fail("A regular expression ends with a slash.");
            default:
                var start = _at;
                while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('(' or ')' or '|' or '"'))
                    _at++;
                var word = text[start.._at];
                return word.Any(char.IsLetterOrDigit) ? new FilterNode.Words(field, word) : Fail($"“{word}” is no word to look for.");
        }
    }

    // What could take more than a moment is refused before it is tried.
    private FilterNode? ReadExpression(FilterField field, string pattern)
    {
        if (pattern.Length is 0 or > MaxPatternLength)
            return Fail($"A regular expression has 1 to {MaxPatternLength} characters.");
        var repeats = 1L;
        foreach (Match match in Repeats().Matches(pattern))
        {
            var number = match.Groups[2].Length > 0 ? match.Groups[2].Value : match.Groups[1].Value;
            repeats *= int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? Math.Max(1, count)
                : MaxRepeats + 1;
            if (repeats > MaxRepeats)
                return Fail($"The regular expression repeats its parts more than {MaxRepeats} times.");
        }

        try
        {
            return new FilterNode.Expression(
                field,
                new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MaxTime)
            );
        }
        catch (ArgumentException)
        {
            return Fail($"/{pattern}/ is no regular expression.");
        }
        catch (NotSupportedException)
        {
            return Fail($"/{pattern}/ uses what could take too long: references back, or conditions on what is around it.");
        }
    }

    private FilterField ReadField()
    {
        foreach (var field in Enum.GetValues<FilterField>().Where(field => field != FilterField.Words))
        {
            if (string.Compare(text, _at, $"{field}:", 0, field.ToString().Length + 1, StringComparison.OrdinalIgnoreCase) != 0)
                continue;
            _at += field.ToString().Length + 1;
            return field;
        }

        return FilterField.Words;
    }

    private string? ReadUntil(string ends)
    {
        var end = text.AsSpan(_at + 1).IndexOfAny(ends);
        if (end < 0)
            return null;
        var read = text.Substring(_at + 1, end);
        _at += end + 2;
        return read;
    }

    private bool TrySign(char sign)
    {
        if (IsAtEnd() || text[_at] != sign)
            return false;
        _at++;
        return true;
    }

    private bool TryWord(string word)
    {
        if (!IsWord(word))
            return false;
        _at += word.Length;
        return true;
    }

    private bool IsWord(string word) =>
        !IsAtEnd()
        && string.Compare(text, _at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0
        && (_at + word.Length == text.Length || char.IsWhiteSpace(text[_at + word.Length]) || text[_at + word.Length] == '(');

    // Blanks are passed over.
    private bool IsAtEnd()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
        return _at >= text.Length;
    }

    private FilterNode? Fail(string fault)
    {
        _fault ??= fault;
        return null;
    }

    [GeneratedRegex(@"\{(\d+)(?:,(\d*))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Repeats();
}
