using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Linking;

/// <summary>Finds the subjects that a text names: windows of words, longest first, exactly, then within a few letters.</summary>
public sealed class EntityLinker(NameIndex names, Lexicon lexicon)
{
    private const int MaxWindow = 8;
    private const int MaxOtherName = 3;
    private const int MinPluralLength = 4;

    private readonly NameSuffixParser _behind = new(names, lexicon);
    private readonly SiblingReleaseResolver _siblingReleaseResolver = new(names, new NameSuffixParser(names, lexicon));
    private readonly BareReleaseResolver _bare = new(names, lexicon);
    private readonly ReleaseAgeResolver _ages = new(names, lexicon);
    private readonly FuzzyLinker _typos = new(names, lexicon);
    private readonly OrdinaryWords _ordinary = new(names, lexicon);

    /// <summary>The names of releases, families, organisations and licences in a text, in order.</summary>
    public ImmutableArray<EntityLink> Link(ImmutableArray<Token> tokens)
    {
        var links = LinkExactly(tokens);
        _bare.Add(tokens, links, OtherName);
        _ages.Resolve(tokens, links);
        _typos.Add(tokens, links, OtherName);
        links.Sort((one, other) => one.Start.CompareTo(other.Start));
        return WithoutEchoes(links);
    }

    // In "Ministral 8B … the other Ministral posts" the second name says no more than the first did.
    private static ImmutableArray<EntityLink> WithoutEchoes(List<EntityLink> links) =>
        [
            .. links.Where(link =>
                !link.IsAmbiguous
                || !links.Exists(other => !other.IsAmbiguous && other.Version is null && link.Candidates.Contains(other.Subject))
            ),
        ];

    /// <summary>The names that are written as they are known, or by the end of a name that no other has: R1.</summary>
    internal List<EntityLink> LinkWithoutTypos(ImmutableArray<Token> tokens)
    {
        var links = LinkExactly(tokens);
        _bare.Add(tokens, links, OtherName);

        // What is named in another sentence does not tell which R1 is meant, nor that none is.
        for (var (start, end) = (0, 0); start < tokens.Length; start = end)
        {
            while (
                end < tokens.Length && tokens[end].Sentence == tokens[start].Sentence && (end == start || !IsConnective(tokens[end].Text))
            )
                end++;
            var within = links
                .Where(link => link.Start >= start && link.End <= end)
                .Select(link => link with { Start = link.Start - start })
                .ToList();
            var known = within.Count;
            _bare.Add(tokens[start..end], within, OtherName);
            if (within.Count > known)
                links =
                [
                    .. links.Where(link => link.Start < start || link.End > end),
                    .. within.Select(link => link with { Start = link.Start + start }),
                ];
        }

        links.Sort((one, other) => one.Start.CompareTo(other.Start));
        return links;
    }

    private static bool IsConnective(string text) => text is "and" or "but" or "while";

    /// <summary>The one subject that a text is the name of, all of it; null where it names none, or could name several.</summary>
    public SubjectView? Resolve(ImmutableArray<Token> name) =>
        Link(name) is [{ IsAmbiguous: false, Version: null } link] && link.Count == name.Length ? link.Subject
        : LinkTopics(name) is [var topic] && topic.Count == name.Length ? topic.Subject
        : null;

    /// <summary>Those names alone that are written as they are known.</summary>
    internal List<EntityLink> LinkExactly(ImmutableArray<Token> tokens)
    {
        var links = new List<EntityLink>();
        Span<char> buffer = stackalloc char[names.MaxKeyLength + 1];
        for (var start = 0; start < tokens.Length; )
        {
            var link = Exact(tokens, start, buffer);
            if (OtherName(tokens, start) is var other && other > (link?.Count ?? 0))
            {
                start += other;
                continue;
            }

            if (link is null)
            {
                start++;
                continue;
            }

            link = Extend(tokens, link, buffer);
            links.Add(link);
            start = link.End;
            var prefix = SiblingReleaseResolver.PrefixOf(tokens, link);
            while (
                prefix is not null
                && _siblingReleaseResolver.FindAfter(tokens, start, prefix, OtherName) is { } sibling
                && Exact(tokens, sibling.Start, buffer) is null
            )
            {
                links.Add(sibling);
                start = sibling.End;
            }

            if (_siblingReleaseResolver.FindSize(tokens, start, link) is { } size)
            {
                links.Add(size);
                start = size.End;
            }
        }

        return links;
    }

    /// <summary>How many words from here on name something known outside the subjects, such as a program; 0 when they do not.</summary>
    public int OtherName(ImmutableArray<Token> tokens, int start)
    {
        for (var count = Math.Min(MaxOtherName, tokens.Length - start); count > 0; count--)
        {
            if (lexicon.IsOtherName(tokens, start, count))
                return count;
        }

        return 0;
    }

    /// <summary>The topics that a text names, longest first at each word.</summary>
    public ImmutableArray<EntityLink> LinkTopics(ImmutableArray<Token> tokens)
    {
        var links = ImmutableArray.CreateBuilder<EntityLink>();
        Span<char> buffer = stackalloc char[names.MaxKeyLength + 1];
        for (var start = 0; start < tokens.Length; start++)
        {
            for (var count = Math.Min(MaxWindow, tokens.Length - start); count > 0; count--)
            {
                if (
                    Join(tokens, start, count, buffer) is { } length
                    && length <= names.MaxLengthLike(buffer[..length])
                    && names.FindTopic(buffer[..length]) is { } topic
                )
                {
                    links.Add(new EntityLink([topic], start, count, Raw(tokens, start, count), false, null));
                    start += count - 1;
                    break;
                }
            }
        }

        return links.ToImmutable();
    }

    private EntityLink? Exact(ImmutableArray<Token> tokens, int start, Span<char> buffer)
    {
        for (var count = Math.Min(MaxWindow, tokens.Length - start); count > 0; count--)
        {
            if (
                Join(tokens, start, count, buffer) is not { } length
                || length > names.MaxLengthLike(buffer[..length])
                || names.Find(buffer[..length]) is not { IsEmpty: false } views
            )
                continue;
            if (
                count == 1 && (lexicon.StopWords.Contains(tokens[start].Text) || IsMonth(tokens, start))
                || count > 1 && Quantities.IsAt(tokens, start + count - 1)
                || tokens[start].Sentence != tokens[start + count - 1].Sentence
                || IsBehindLetter(tokens, start, count, buffer)
                || IsParted(tokens, start, count, buffer)
                || _ordinary.Are(tokens, start, count, views[0])
                || views[0].Subject.Kind is SubjectKind.Family or SubjectKind.Organization && IsOwned(tokens, start, count)
            )
                continue;
            return Named(tokens, views, start, count);
        }

        // "the llamas", "nvidias models"
        if (
            tokens[start].Text is [.., 's'] plural
            && plural.Length > MinPluralLength
            && plural[^2] != 's'
            && !lexicon.IsForeign(tokens)
            && names.Find(plural.AsSpan(0, plural.Length - 1)) is [{ Subject.Kind: SubjectKind.Family or SubjectKind.Organization }] several
        )
            return Named(tokens, several, start, 1);
        if (_behind.WithoutDot(tokens[start]) is { } release)
            return new EntityLink([release], start, 1, tokens[start].Raw, true, null);
        return _behind.ReadGlued(tokens[start]) is { } glued
            ? new EntityLink(glued.Candidates, start, 1, tokens[start].Raw, false, glued.Version)
            : null;
    }

    // Portuguese "o llama" is Llama with its article, and not Ollama: a single letter before what is a name by itself is no part of it.
    private bool IsBehindLetter(ImmutableArray<Token> tokens, int start, int count, Span<char> buffer) =>
        count > 1
        && tokens[start].Text is [>= 'a' and <= 'z']
        && Join(tokens, start + 1, count - 1, buffer) is { } length
        && length > 1
        && !char.IsAsciiDigit(buffer[0])
        && !names.Find(buffer[..length]).IsEmpty;

    // "Microsoft's AI models" are not Microsoft AI; "Mistral's Small 3" is Mistral Small 3.
    private static bool IsOwned(ImmutableArray<Token> tokens, int start, int count)
    {
        for (var i = start; i < start + count - 1; i++)
        {
            if (tokens[i].IsPossessive)
                return true;
        }

        return false;
    }

    // "Muse Spark, open or closed?" asks of Muse Spark, and not of Muse Spark Open.
    private bool IsParted(ImmutableArray<Token> tokens, int start, int count, Span<char> buffer)
    {
        for (var i = start + 1; i < start + count; i++)
        {
            if (tokens[i].Clause != tokens[start].Clause)
                return true;
        }

        // In "Is Muse Spark open" the name ends where its capitals do.
        var last = tokens[start + count - 1];
        return count > 1
            && !last.IsAttached
            && char.IsUpper(tokens[start].Raw[0])
            && char.IsLower(last.Raw[0])
            && lexicon.CuesFrom(last.Text).Any(cue => cue is { Group: "verdicts", Words.Length: 1 })
            && Join(tokens, start, count - 1, buffer) is { } length
            && !names.Find(buffer[..length]).IsEmpty;
    }

    // "Im Mai 2023" names no model.
    private bool IsMonth(ImmutableArray<Token> tokens, int index) =>
        lexicon.Months.ContainsKey(tokens[index].Text) && index + 1 < tokens.Length && tokens[index + 1].IsYear;

    // "google gemma 2" begins with a name of the family; the release's own name is longer.
    private EntityLink Extend(ImmutableArray<Token> tokens, EntityLink link, Span<char> buffer)
    {
        for (var start = link.Start + 1; start < link.End; start++)
        {
            if (
                Exact(tokens, start, buffer) is { } further
                && further.End > link.End
                && further.Candidates.All(view => names.Contains(link.Subject, view))
            )
                return further with
                {
                    Start = link.Start,
                    Count = further.End - link.Start,
                    Typed = Raw(tokens, link.Start, further.End - link.Start),
                };
        }

        return link;
    }

    // The word after a name may tell which of several is meant, or that an unknown one is.
    private EntityLink Named(ImmutableArray<Token> tokens, ImmutableArray<SubjectView> views, int start, int count)
    {
        var behind = _behind.Read(tokens, start + count, views);
        count += behind.Count;
        if (behind.Version is null && NameSuffixParser.IsActiveSize(tokens, start + count))
            count++;
        return new EntityLink(behind.Candidates, start, count, Raw(tokens, start, count), false, behind.Version);
    }

    internal static int? Join(ImmutableArray<Token> tokens, int start, int count, Span<char> buffer)
    {
        var length = 0;
        for (var i = start; i < start + count; i++)
        {
            var text = tokens[i].Text;
            if (length + text.Length > buffer.Length)
                return null;
            text.CopyTo(buffer[length..]);
            length += text.Length;
        }

        return length;
    }

    internal static string Raw(ImmutableArray<Token> tokens, int start, int count) =>
        string.Join(' ', tokens.Skip(start).Take(count).Select(token => token.Raw));
}
