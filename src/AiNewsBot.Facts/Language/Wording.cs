using System.Collections.Immutable;
using System.Text;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Language;

/// <summary>The sentences of answers, with places that are filled in.</summary>
public sealed class Wording
{
    private readonly ImmutableDictionary<string, string> _texts;
    private readonly ImmutableDictionary<string, string> _verdicts;

    internal Wording(ImmutableDictionary<string, string> texts, ImmutableDictionary<string, string> verdicts) => (_texts, _verdicts) = (texts, verdicts);

    /// <summary>The sentence of a key with its places filled in.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public string this[string key, params ReadOnlySpan<(string Name, string Value)> places]
    {
        get
        {
            var template = _texts.GetValueOrDefault(key) ?? throw new KeyNotFoundException($"the wording lacks '{key}'");
            if (places.IsEmpty)
                return template;

            // One pass, so that what is filled in is never read as a place.
            var text = new StringBuilder(template.Length + 64);
            for (var i = 0; i < template.Length;)
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
                        text.Append(place.Value);
                        break;
                    }
                }

                i = close + 1;
            }

            return text.ToString();
        }
    }

    /// <summary>How a verdict is called.</summary>
    public string Name(VerdictKind verdict) => _verdicts[verdict.ToSlug()];

    /// <summary>Items in a row: a, b and c.</summary>
    public string Join(IReadOnlyList<string> items) => Join(items, "and");

    /// <summary>Items in a row: a, b or c.</summary>
    public string JoinOr(IReadOnlyList<string> items) => Join(items, "or");

    private string Join(IReadOnlyList<string> items, string last) => items.Count < 2
        ? items.Count == 0 ? "" : items[0]
        : string.Join(", ", items.Take(items.Count - 1)) + this[last] + items[^1];
}
