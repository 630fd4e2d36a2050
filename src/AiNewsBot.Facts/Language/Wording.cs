using System.Collections.Immutable;
using System.Text;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Language;

/// <summary>The sentences of answers, with places that are filled in.</summary>
public sealed class Wording
{
    private readonly LanguageFile _file;
    private readonly Wording? _english;

    internal Wording(LanguageFile file, Wording? english = null) => (_file, _english) = (file, english);

    /// <summary>The language, as a code such as en.</summary>
    public string Language => _file.Language;

    /// <summary>Why an answer is in English though the question was not; null for English.</summary>
    public string? AnsweredInEnglish => _file.Notes.GetValueOrDefault("answered_in_english");

    /// <summary>Why conditions and promises are in English though the answer is not; null for English.</summary>
    public string? FactsInEnglish => _file.Notes.GetValueOrDefault("facts_in_english");

    /// <summary>The sentence of a key with its places filled in.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public string this[string key, params ReadOnlySpan<(string Name, string Value)> places]
    {
        get
        {
            var template = Template(key);
            if (places.IsEmpty)
                return template;

            // One pass, so that what is filled in is never read as a place.
            var text = new StringBuilder(template.Length + 64);
            for (var i = 0; i < template.Length; )
            {
                var close = template[i] == '{' ? template.IndexOf('}', i) : -1;
                if (close < 0)
                {
                    text.Append(template[i++]);
                    continue;
                }

                var name = template.AsSpan(i + 1, close - i - 1);
                foreach (var place in places)
                {
                    if (name.SequenceEqual(place.Name))
                    {
                        Fill(text, place.Value);
                        break;
                    }
                }

                i = close + 1;
            }

            return text.ToString();
        }
    }

    // English says "on" of a day alone: in 2025-06, between 2025-03-07 and 2025-03-20.
    private void Fill(StringBuilder text, string value)
    {
        if (
            _english is null
            && value.Length is > 3 and not 10
            && text.Length > 3
            && text[^1] == ' '
            && text[^2] == 'n'
            && text[^3] == 'o'
            && text[^4] == ' '
            && FactDate.TryParse(value, out _)
        )
        {
            text.Length -= 3;
            text.Append(
                value.Contains('/', StringComparison.Ordinal)
                    ? $"between {value.Replace("/", " and ", StringComparison.Ordinal)}"
                    : $"in {value}"
            );
            return;
        }

        text.Append(
            _english is null && value.Contains('/', StringComparison.Ordinal) && FactDate.TryParse(value, out var span)
                ? DateText.Write(span)
                : value
        );
    }

    /// <summary>How a verdict is called.</summary>
    public string Name(VerdictKind verdict) => _file.VerdictNames[verdict.ToSlug()];

    /// <summary>How a component is called.</summary>
    public string Label(string component) => _file.ComponentNames.GetValueOrDefault(component) ?? Components.Label(component);

    /// <summary>Items in a row: a, b and c.</summary>
    public string Join(IReadOnlyList<string> items) => Join(items, "and");

    /// <summary>Items in a row: a, b or c.</summary>
    public string JoinOr(IReadOnlyList<string> items) => Join(items, "or");

    // What a language does not say yet is said in English.
    private string Template(string key) =>
        _file.Wording.GetValueOrDefault(key) ?? _english?.Template(key) ?? throw new KeyNotFoundException($"the wording lacks '{key}'");

    private string Join(IReadOnlyList<string> items, string last) =>
        items.Count < 2
            ? items.Count == 0
                ? ""
                : items[0]
            : string.Join(", ", items.Take(items.Count - 1)) + this[last] + items[^1];
}
