using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Names;

/// <summary>Of the names in a question, those that it asks about: not a person called Claude, not the hub from which a model is had, not
/// what is ruled out.</summary>
internal sealed class MentionResolver(NameIndex names, Lexicon lexicon, FactBase facts)
{
    private const int MinToolkit = 3;
    private const int MaxNarrowed = 3;

    /// <summary>The names of models and makers, without those that mean something else here.</summary>
    public ImmutableArray<EntityLink> WithoutUnrelated(
        ImmutableArray<EntityLink> links,
        ImmutableArray<CueHit> cues,
        ImmutableArray<Token> tokens
    )
    {
        ImmutableArray<EntityLink> kept =
        [
            .. links.Where(link =>
                !IsUnrelated(link, cues)
                && !IsPlace(link, links, tokens)
                && !IsItsMaker(link, links, tokens)
                && !IsOfProgram(link, links)
                && !IsToolkit(link, links, tokens)
                && !IsDistilled(link, links, tokens)
            ),
        ];

        kept = [.. kept.Select(link => AsMaker(link, kept, tokens))];

        // "Hi Claude, is Grok open?" greets; "hey, llama is open source, right?" does not.
        ImmutableArray<EntityLink> asked = [.. kept.Where(link => !IsModel(link) || !IsGreeted(link, cues, tokens))];
        return asked.Any(link => link.Subject is not Licence) ? asked : kept;
    }

    /// <summary>Those that the question asks about, each once.</summary>
    /// <param name="links">The names.</param>
    /// <param name="cues">The cues.</param>
    /// <param name="tokens">The words.</param>
    /// <param name="isList">Whether a list is asked for: in "which models use the Llama 3.1 licence" the licence names no model.</param>
    /// <param name="compares">Whether names are set side by side: "Mistral vs Mixtral" sets a family beside one of its own.</param>
    /// <param name="all">The names of all sentences, those that ask nothing as well.</param>
    public ImmutableArray<EntityLink> SelectAsked(
        ImmutableArray<EntityLink> links,
        ImmutableArray<EntityLink> all,
        ImmutableArray<CueHit> cues,
        ImmutableArray<Token> tokens,
        bool isList,
        bool compares
    )
    {
        var named = WithoutNegated(isList ? [.. links] : WithModelsOfLicences(links, tokens), cues, tokens);
        var asked = WithoutRepeats(isList ? named : named.ConvertAll(link => AsEarlier(link, named, tokens)), compares);
        return isList || compares ? asked : Narrow(asked, links, all);
    }

    /// <summary>What the question asks about; for a line of models that is named in passing, its releases that are spoken of.</summary>
    public ImmutableArray<EntityLink> Narrow(
        ImmutableArray<EntityLink> asked,
        ImmutableArray<EntityLink> links,
        ImmutableArray<EntityLink> all
    ) =>
        [
            .. asked
                .SelectMany(link => Narrowed(link, asked, links, all))
                .DistinctBy(link => (link.Subject, link.Version, link.Candidates.Length))
                .OrderBy(link => link.Start),
        ];

    // A family that is named in passing is read as those of its releases that are spoken of: "We ship Gemma 3n. Must the Gemma terms go
    // with it?" asks of Gemma 3n, and "gpt4all-lora is GPL, yet Llama prohibits it" of the LLaMA that it is built on.
    private IEnumerable<EntityLink> Narrowed(
        EntityLink link,
        ImmutableArray<EntityLink> asked,
        ImmutableArray<EntityLink> links,
        ImmutableArray<EntityLink> all
    )
    {
        if (link is not { IsAmbiguous: false, IsTypo: false, Version: null, Subject.Subject.Kind: SubjectKind.Family })
            return [link];
        var spoken = all.Length > links.Length ? facts.ReleasesNamed(link.Subject, all) : [];
        if (spoken.IsEmpty)
            spoken = facts.ReleasesUnder(
                link.Subject,
                asked
                    .Where(other => other is { IsAmbiguous: false, IsTypo: false, Version: null } && other.Start < link.Start)
                    .Select(other => other.Subject)
            );
        return spoken.Length is > 0 and <= MaxNarrowed ? spoken.Select(release => link with { Candidates = [release] }) : [link];
    }

    private static bool IsModel(EntityLink link) => link.Subject.IsModel;

    private static bool IsUnrelated(EntityLink link, ImmutableArray<CueHit> cues) =>
        IsModel(link)
        && (Touches(cues, "not_named_before", link.Start) || cues.Any(hit => hit.Cue.Group == "not_named_behind" && hit.Start == link.End));

    private static bool IsGreeted(EntityLink link, ImmutableArray<CueHit> cues, ImmutableArray<Token> tokens) =>
        link.Start <= 3
        && Touches(cues, "greetings", link.Start)
        && (link.End == tokens.Length || tokens[link.End].Clause != tokens[link.Start].Clause);

    private static bool Touches(ImmutableArray<CueHit> cues, string group, int start) =>
        cues.Any(hit => hit.Cue.Group == group && hit.End == start);

    private bool IsPlace(EntityLink link, ImmutableArray<EntityLink> links, ImmutableArray<Token> tokens) =>
        link.Start > 0
        && link.Subject.Subject.Kind == SubjectKind.Organization
        && (
            tokens[link.Start - 1].Text is "on" or "from" or "via" or "at"
            || link.End < tokens.Length && tokens[link.End].Text is "page" or "card" or "repo" or "repository" or "label" or "tag" or "says"
        )
        && lexicon.Places.Contains(Tokenizer.Fold(link.Typed))
        && links.Any(other => IsModel(other) && facts.MakerOf(other.Subject) != link.Subject);

    // In "is Trinity by Mistral" Mistral is who makes models of that name.
    private EntityLink AsMaker(EntityLink link, ImmutableArray<EntityLink> links, ImmutableArray<Token> tokens) =>
        link.Start > 0
        && tokens[link.Start - 1].Text == "by"
        && link is { IsAmbiguous: false, Version: null, Subject.Subject.Kind: SubjectKind.Family }
        && links.Any(other => other != link && IsModel(other))
        && facts.MakerOf(link.Subject) is { } maker
            ? link with
            {
                Candidates = [maker],
            }
            : link;

    // In "Bark by Suno" Suno is the maker, though it also has a model of that name; so is Mistral in "when did Mistral launch Magistral",
    // and Runway in "Runway took Stable Diffusion 1.5 down", which others made with it.
    private bool IsItsMaker(EntityLink link, ImmutableArray<EntityLink> links, ImmutableArray<Token> tokens) =>
        link.Subject.Subject.Kind == SubjectKind.Family
        && link.Version is null
        && facts.MakerOf(link.Subject) is { } maker
        && (
            (
                link.Start > 0 && tokens[link.Start - 1].Text is "by" or "from" or "did"
                || IsCalledAs(link, maker) && link.End < tokens.Length && tokens[link.End] is { Joint: ' ', Text: "model" or "models" }
            ) && links.Any(other => other != link && IsModel(other) && facts.MakerOf(other.Subject) == maker)
            || IsActing(link, maker, links, tokens)
        );

    // A maker takes down, renames and sells models; a model does not.
    private static bool IsActing(EntityLink link, SubjectView maker, ImmutableArray<EntityLink> links, ImmutableArray<Token> tokens) =>
        link.End < tokens.Length
        && PropositionWords.Shipped.Is("publishing", tokens[link.End].Text)
        && IsCalledAs(link, maker)
        && links.Any(other => IsModel(other) && other.Start >= link.End && tokens[other.Start].Clause == tokens[link.Start].Clause);

    private static bool IsCalledAs(EntityLink link, SubjectView maker) =>
        Tokenizer.Key(link.Typed).StartsWith(Tokenizer.Key(maker.Name), StringComparison.Ordinal);

    // "Can Anthropic admit that Claude Code isn't open" is asked of the program.
    private static bool IsOfProgram(EntityLink link, ImmutableArray<EntityLink> links) =>
        link.Subject.Subject.Kind == SubjectKind.Organization
        && links.Any(other => other.Subject.Subject is { Kind: SubjectKind.Software, Parent: { } parent } && parent == link.Subject.Id)
        && !links.Any(IsModel);

    // "Do NeMo's models come with a free licence, such as Parakeet and Canary": beside models that are of NVIDIA's NeMo another's model of
    // that name is not meant.
    private bool IsToolkit(EntityLink link, ImmutableArray<EntityLink> links, ImmutableArray<Token> tokens) =>
        link is { Count: 1, Subject: Release, Version: null }
        && tokens[link.Start].Text is { Length: >= MinToolkit } word
        && links.Any(other =>
            IsModel(other)
            && facts.MakerOf(other.Subject) is { } maker
            && maker != facts.MakerOf(link.Subject)
            && names.FamilyOf(other.Subject)?.Subject.About is { } about
            && IsOwned(Tokenizer.Split(about), maker, word)
        );

    // "The Qwen and Llama distills" of DeepSeek-R1 are models of DeepSeek's.
    private bool IsDistilled(EntityLink link, ImmutableArray<EntityLink> links, ImmutableArray<Token> tokens)
    {
        if (link is not { Version: null, Subject.Subject.Kind: SubjectKind.Family })
            return false;
        var at = link.End;
        while (
            at < tokens.Length
            && (tokens[at].Text is "and" or "or" || links.Any(other => IsModel(other) && other.Start <= at && at < other.End))
        )
            at++;
        return at < tokens.Length
            && tokens[at].Text.StartsWith("distil", StringComparison.Ordinal)
            && tokens[at].Sentence == tokens[link.Start].Sentence
            && links.Any(other =>
                other.Subject is Release release
                && names.FamilyOf(release) != link.Subject
                && names.VariantsOf(release).Any(variant => variant.Name.Contains("Distill", StringComparison.OrdinalIgnoreCase))
            );
    }

    private static bool IsOwned(ImmutableArray<Token> told, SubjectView maker, string word) =>
        Enumerable
            .Range(1, Math.Max(0, told.Length - 1))
            .Any(index => told[index].Text == word && told[index - 1].IsPossessive && told[index - 1].Text == Tokenizer.Key(maker.Name));

    // "the Gemma licence" names a licence, and Gemma.
    private List<EntityLink> WithModelsOfLicences(ImmutableArray<EntityLink> links, ImmutableArray<Token> tokens)
    {
        var all = new List<EntityLink>(links.Length + 1);
        foreach (var link in links)
        {
            for (var count = link.Subject is Licence ? link.Count - 1 : 0; count > 0; count--)
            {
                var key = string.Concat(tokens.Skip(link.Start).Take(count).Select(token => token.Text));
                if (names.Find(key) is [{ IsModel: true } model])
                {
                    all.Add(
                        new EntityLink(
                            [model],
                            link.Start,
                            count,
                            string.Join(' ', tokens.Skip(link.Start).Take(count).Select(token => token.Raw)),
                            false,
                            null
                        )
                    );
                    break;
                }
            }

            all.Add(link);
        }

        return all;
    }

    private static List<EntityLink> WithoutNegated(List<EntityLink> links, ImmutableArray<CueHit> cues, ImmutableArray<Token> tokens) =>
        links.FindAll(link =>
            !cues.Any(hit =>
                hit.Cue.Group == "negations"
                && hit.End <= link.Start
                && link.Start - hit.End < 2
                && tokens[hit.Start].Sentence == tokens[link.Start].Sentence
            )
        );

    // "YuE was non-commercial, is the new YuE2 the same": by the name of the family the one before is meant.
    private EntityLink AsEarlier(EntityLink link, List<EntityLink> links, ImmutableArray<Token> tokens) =>
        link is { IsAmbiguous: false, IsTypo: false, Version: null, Subject.Subject.Kind: SubjectKind.Family }
        && links.Exists(other =>
            other.Subject is Release { Whole: null }
            && other.Start > link.End
            && facts.FamilyOf(other.Subject) == link.Subject
            && tokens[other.Start - 1].Text is "new" or "newer" or "newest" or "latest" or "and"
            && tokens.Any(token => token.Text is "new" or "newer" or "newest" or "latest" or "same" or "change" or "changed" or "too")
        )
        && facts.ReleasesOf(link.Subject).LastOrDefault(release => release.Whole is null) is { } first
        && !links.Exists(other => other.Subject == first)
            ? link with
            {
                Candidates = [first],
            }
            : link;

    // "Llama 3.1 …, is the 8B free", "the small one": of the whole it is asked no more than of what is named by its size.
    private static bool IsNarrowedBySize(EntityLink link, List<EntityLink> links) =>
        link is { IsAmbiguous: false, Version: null, Subject: Release whole }
        && links.Exists(other => other is { Count: 1, Subject: Release variant } && variant.Whole == whole && other.Start > link.Start);

    private ImmutableArray<EntityLink> WithoutRepeats(List<EntityLink> links, bool compares)
    {
        var kept = ImmutableArray.CreateBuilder<EntityLink>();
        foreach (var link in links)
        {
            // A family beside one of its own releases, or a name said twice, adds nothing.
            if (
                kept.Any(other => other.Subject == link.Subject)
                || !compares && IsNarrowedBySize(link, links)
                || !compares
                    && link.Version is null
                    && !link.IsAmbiguous
                    && link.Subject.Subject.Kind == SubjectKind.Family
                    && links.Exists(other => other.Subject is Release release && facts.FamilyOf(release) == link.Subject)
            )
                continue;
            kept.Add(link);
        }

        return kept.ToImmutable();
    }
}
