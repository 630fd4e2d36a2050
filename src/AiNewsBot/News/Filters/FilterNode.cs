using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AiNewsBot.Chat.Texts;

namespace AiNewsBot.News.Filters;

/// <summary>A part of a filter.</summary>
internal abstract record FilterNode
{
    private FilterNode() { }

    public abstract bool Matches(FilterSubject story);

    /// <summary>The same in words.</summary>
    public abstract string Describe();

    /// <summary>The same as it is written: reading it gives this again.</summary>
    public abstract string Format();

    /// <summary>Words or a phrase, found where they stand by themselves; with a star at the end, as the beginning of a word.</summary>
    internal sealed record Words(FilterField Field, string Text) : FilterNode
    {
        private readonly string _sought = Text.TrimEnd('*');

        public override bool Matches(FilterSubject story) => story.Values(Field).Any(Contains);

        public override string Describe() => InPlace($"“{Text}”", Field);

        public override string Format() => $"{PrefixOf(Field)}{(IsPlain ? Text : Text.Contains('"') ? $"“{Text}”" : $"\"{Text}\"")}";

        // Written without quotation marks it is read as the same word.
        private bool IsPlain =>
            char.IsLetterOrDigit(Text[0])
            && Text.All(sign => char.IsLetterOrDigit(sign) || sign is '*' or '-' or '.' or '_')
            && Text.ToUpperInvariant() is not ("OR" or "AND" or "NOT");

        private bool Contains(string text)
        {
            for (var at = 0; at <= text.Length - _sought.Length; at++)
            {
                at = text.IndexOf(_sought, at, StringComparison.OrdinalIgnoreCase);
                if (at < 0)
                    return false;
                if (BeginsWord(text, at) && (Text.EndsWith('*') || EndsWord(text, at + _sought.Length)))
                    return true;
            }

            return false;
        }

        private static bool BeginsWord(string text, int at) => at == 0 || AreApart(text[at - 1], text[at]);

        private static bool EndsWord(string text, int end) => end == text.Length || AreApart(text[end - 1], text[end]);

        // Scripts that write no blanks have no borders of words to look for.
        private static bool AreApart(char first, char second) =>
            !char.IsLetterOrDigit(first) || !char.IsLetterOrDigit(second) || first >= '\u2E80' || second >= '\u2E80';
    }

    /// <summary>A regular expression that is matched in time linear in the text.</summary>
    internal sealed record Expression(FilterField Field, Regex Pattern) : FilterNode
    {
        public override bool Matches(FilterSubject story)
        {
            try
            {
                return story.Values(Field).Any(text => Pattern.IsMatch(text));
            }
            catch (RegexMatchTimeoutException)
            {
                return false;
            }
        }

        public override string Describe() => InPlace($"/{Pattern}/", Field);

        public override string Format() => $"{PrefixOf(Field)}/{Pattern}/";
    }

    internal sealed record Not(FilterNode Inner) : FilterNode
    {
        public override bool Matches(FilterSubject story) => !Inner.Matches(story);

        public override string Describe() => ChatTexts.Current["filter.not", ("term", Wrapped(Inner))];

        public override string Format() => $"-{Bracketed(Inner)}";
    }

    internal sealed record All(ImmutableArray<FilterNode> Parts) : FilterNode
    {
        public override bool Matches(FilterSubject story) => Parts.All(part => part.Matches(story));

        public override string Describe() => Join("filter.and", Parts);

        public override string Format() => string.Join(' ', Parts.Select(Bracketed));
    }

    internal sealed record Any(ImmutableArray<FilterNode> Parts) : FilterNode
    {
        public override bool Matches(FilterSubject story) => Parts.Any(part => part.Matches(story));

        public override string Describe() => Join("filter.or", Parts);

        public override string Format() => string.Join(" or ", Parts.Select(Bracketed));
    }

    private static string Wrapped(FilterNode part) => part is All or Any ? $"({part.Describe()})" : part.Describe();

    private static string Bracketed(FilterNode part) => part is All or Any ? $"({part.Format()})" : part.Format();

    private static string PrefixOf(FilterField field) => field == FilterField.Words ? "" : $"{field.ToString().ToLowerInvariant()}:";

    private static string Join(string key, ImmutableArray<FilterNode> parts) =>
        parts.Select(Wrapped).Aggregate((first, second) => ChatTexts.Current[key, ("first", first), ("second", second)]);

    private static string InPlace(string term, FilterField field) =>
        field == FilterField.Words ? term : ChatTexts.Current[$"filter.{field.ToString().ToLowerInvariant()}", ("term", term)];
}
