using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Names;

/// <summary>Reads the names in a text, known and unknown, and the cues around them.</summary>
internal sealed class NameReader(NameIndex names, EntityLinker linker, CueFinder cues, Lexicon lexicon, FactBase facts)
{
    private readonly MentionFinder _mentions = new(names, lexicon);
    private readonly MentionResolver _meant = new(names, lexicon, facts);
    private readonly QuestionWordAnalyzer _words = new(linker, lexicon);
    private readonly NamelessWords _nameless = new(names, lexicon);

    /// <summary>The one subject that a text is the name of; null where it is the name of none, or of several.</summary>
    public SubjectView? Resolve(string name) => linker.Resolve(lexicon.InLatin(Tokenizer.Split(name)));

    /// <summary>Whom a text names for certain, in order, each once.</summary>
    public ImmutableArray<SubjectView> SubjectsIn(string text)
    {
        var tokens = Tokenizer.Split(text);
        ImmutableArray<EntityLink> links = [.. linker.LinkExactly(tokens)];
        var mentions = MentionRoles.Assign(_mentions.Find(tokens, links, []), tokens, lexicon.IsForeign(tokens));
        return
        [
            .. links
                .Where(link => !MentionRoles.IsNone(mentions, link))
                .Concat(linker.LinkTopics(tokens))
                .Select(link => link.Subject)
                .Distinct(),
        ];
    }

    /// <summary>Whom a story of general news is about, in order, each once.</summary>
    public ImmutableArray<SubjectView> SubjectsOfStory(string text)
    {
        var tokens = Tokenizer.Split(text);
        var links = StoryLinks(linker, tokens);
        return [.. StoryNames.Select(links, tokens).Concat(linker.LinkTopics(tokens)).Select(link => link.Subject).Distinct()];
    }

    /// <summary>The names in a story.</summary>
    internal static ImmutableArray<EntityLink> StoryLinks(EntityLinker linker, ImmutableArray<Token> tokens) =>
        [.. linker.LinkExactly(tokens).SelectMany(link => WithoutLicence(linker, link, tokens))];

    // DeepSeek's licence speaks of DeepSeek, and a licence is no subject of a story.
    private static IEnumerable<EntityLink> WithoutLicence(EntityLinker linker, EntityLink link, ImmutableArray<Token> tokens) =>
        link.Subject.Subject.Kind != SubjectKind.Licence
            ? [link]
            : linker.LinkExactly(tokens[link.Start..(link.End - 1)]).Select(inner => inner with { Start = inner.Start + link.Start });

    /// <summary>The words of a text, with the names and cues in it.</summary>
    public NamesRead Read(string text)
    {
        var written = lexicon.InLatin(Tokenizer.Split(text));
        var topics = linker.LinkTopics(written);
        var links = linker.Link(written);
        links = links.RemoveAll(link =>
            link.IsTypo && topics.Any(topic => topic.Count > 1 && topic.Start <= link.Start && link.Start < topic.End)
        );
        var found = _mentions.Find(written, links, topics);
        (found, links) = WithLicences(found, links, written);
        (found, links) = WithoutNameless(found, links, written);
        var mentions = WithoutShortened(WithOwnMakers(MentionRoles.Assign(found, written, lexicon.IsForeign(written))));
        links = MentionFinder.WithoutParts(links, mentions).RemoveAll(link => MentionRoles.IsNone(mentions, link));
        var tokens = _words.Spelled(written, links);
        bool IsName(int index) => QuestionWordAnalyzer.IsName(links, index) || MentionFinder.IsUnknown(mentions, index);
        var hits = cues.Find(tokens, IsName);
        if (_meant.WithoutUnrelated(links, hits, tokens) is var meant && !meant.SequenceEqual(links))
        {
            mentions = WithoutRoles(mentions, links, meant);
            links = meant;
            hits = cues.Find(tokens, IsName);
        }

        return new NamesRead(written, tokens, links, topics, mentions, hits);
    }

    // "On the hub it is grok2-community": the id of a licence is its name.
    private (ImmutableArray<Mention>, ImmutableArray<EntityLink>) WithLicences(
        ImmutableArray<Mention> mentions,
        ImmutableArray<EntityLink> links,
        ImmutableArray<Token> tokens
    )
    {
        for (var i = 0; i < mentions.Length; i++)
        {
            if (_nameless.LicenceOf(mentions[i], tokens) is not { } licence)
                continue;
            links =
            [
                .. links.RemoveAll(link => link.Start < licence.End && licence.Start < link.End).Add(licence).OrderBy(link => link.Start),
            ];
            mentions = mentions.SetItem(
                i,
                new Mention(licence.Start, licence.Count, licence.Typed, licence.Candidates, MentionRole.Subject)
            );
        }

        return (mentions, links);
    }

    private (ImmutableArray<Mention>, ImmutableArray<EntityLink>) WithoutNameless(
        ImmutableArray<Mention> mentions,
        ImmutableArray<EntityLink> links,
        ImmutableArray<Token> tokens
    )
    {
        var all = mentions;
        foreach (var mention in all)
        {
            if (!_nameless.Is(mention, mentions, tokens))
                continue;
            mentions = mentions.Remove(mention);
            links = links.RemoveAll(link => mention.Start <= link.Start && link.Start < mention.End);
        }

        return (mentions, links);
    }

    // A person called Claude, and a Claude that is greeted, are asked about no more than words are.
    private static ImmutableArray<Mention> WithoutRoles(
        ImmutableArray<Mention> mentions,
        ImmutableArray<EntityLink> links,
        ImmutableArray<EntityLink> kept
    ) =>
        [
            .. mentions.Select(mention =>
                links.Any(link => link.Start == mention.Start) && !kept.Any(link => link.Start == mention.Start)
                    ? mention with
                    {
                        Role = MentionRole.None,
                    }
                    : mention
            ),
        ];

    // "Surya OCR in our app? Surya is GPL": a name that was said in whole is meant by its first word.
    private static ImmutableArray<Mention> WithoutShortened(ImmutableArray<Mention> mentions) =>
        mentions.RemoveAll(mention =>
            mention is { IsUnknown: true, Count: 1 }
            && mentions.Any(other =>
                other is { IsUnknown: false, Count: > 1 }
                && other.Typed.Length > mention.Typed.Length
                && other.Typed.StartsWith(mention.Typed, StringComparison.OrdinalIgnoreCase)
                && !char.IsLetterOrDigit(other.Typed[mention.Typed.Length])
            )
        );

    // "A Gemma 2 fine-tune: Google does not own it" asks of Gemma 2, and names who made it.
    private ImmutableArray<Mention> WithOwnMakers(ImmutableArray<Mention> mentions) =>
        [
            .. mentions.Select(mention =>
                mention is { Role: MentionRole.Subject, Candidates: [{ Subject.Kind: SubjectKind.Organization } maker] }
                && mentions.Any(other =>
                    other is { Role: MentionRole.Subject, Candidates: [{ IsModel: true } model, ..] } && facts.MakerOf(model) == maker
                )
                    ? mention with
                    {
                        Role = MentionRole.Maker,
                    }
                    : mention
            ),
        ];
}
