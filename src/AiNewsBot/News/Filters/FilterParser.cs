using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AiNewsBot.Chat;

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
    private Refusal? _fault;

    /// <summary>The filter; null where the text cannot be read as one.</summary>
    public FilterNode? Parse(out Refusal? fault)
    {
        var root = ReadAny();
        if (_fault is null && !IsAtEnd())
            Fail(RefusalCode.FilterBracketExtra, text[_at..Math.Min(text.Length, _at + 20)]);
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
            return Fail(RefusalCode.FilterTermMissing);
        return parts.Count == 1 ? parts[0] : new FilterNode.All([.. parts]);
    }

    private FilterNode? ReadPart()
    {
        if (++_terms > MaxTerms)
            return Fail(RefusalCode.FilterTooMany, $"{MaxTerms}");
        if (TrySign('-') || TryWord("not"))
            return IsAtEnd() ? Fail(RefusalCode.FilterNotEmpty)
                : ReadPart() is { } inner ? new FilterNode.Not(inner)
                : null;
        if (!TrySign('('))
            return ReadTerm();
        if (++_depth > MaxDepth)
            return Fail(RefusalCode.FilterTooDeep, $"{MaxDepth}");
        var group = ReadAny();
        if (group is not null && !TrySign(')'))
            return Fail(RefusalCode.FilterBracketOpen);
        _depth--;
        return group;
    }

    private FilterNode? ReadTerm()
    {
        var field = ReadField();
        if (IsAtEnd())
            return Fail(RefusalCode.FilterFieldEmpty);
        switch (text[_at])
        {
            case '"' or '“' or '„':
                var phrase = ReadUntil(text[_at] == '"' ? "\"" : "”“");
                return phrase is null ? Fail(RefusalCode.FilterQuoteOpen)
                    : phrase.Any(char.IsLetterOrDigit) ? new FilterNode.Words(field, phrase.Trim())
                    : Fail(RefusalCode.FilterQuoteEmpty);
            case '/':
                return ReadUntil("/") is { } pattern ? ReadExpression(field, pattern) : Fail(RefusalCode.FilterPatternOpen);
            default:
                var start = _at;
                while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('(' or ')' or '|' or '"'))
                    _at++;
                var word = text[start.._at];
                return word.Any(char.IsLetterOrDigit) ? new FilterNode.Words(field, word) : Fail(RefusalCode.FilterWordEmpty, word);
        }
    }

    // What could take more than a moment is refused before it is tried.
    private FilterNode? ReadExpression(FilterField field, string pattern)
    {
        if (pattern.Length is 0 or > MaxPatternLength)
            return Fail(RefusalCode.FilterPatternLength, $"{MaxPatternLength}");
        var repeats = 1L;
        foreach (Match match in Repeats().Matches(pattern))
        {
            var number = match.Groups[2].Length > 0 ? match.Groups[2].Value : match.Groups[1].Value;
            repeats *= int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? Math.Max(1, count)
                : MaxRepeats + 1;
            if (repeats > MaxRepeats)
                return Fail(RefusalCode.FilterPatternRepeats, $"{MaxRepeats}");
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
            return Fail(RefusalCode.FilterPatternInvalid, pattern);
        }
        catch (NotSupportedException)
        {
            return Fail(RefusalCode.FilterPatternSlow, pattern);
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

    private FilterNode? Fail(RefusalCode code, params ImmutableArray<string> parameters)
    {
        _fault ??= new Refusal(code, parameters);
        return null;
    }

    [GeneratedRegex(@"\{(\d+)(?:,(\d*))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Repeats();
}
