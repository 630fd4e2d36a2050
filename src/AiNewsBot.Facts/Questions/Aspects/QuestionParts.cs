using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Aspects;

/// <summary>The parts of a question that its structure is told by: words, names, cues, date.</summary>
internal sealed record QuestionParts(
    ImmutableArray<Token> Tokens,
    ImmutableArray<EntityLink> Links,
    ImmutableArray<CueHit> Cues,
    DatePhrase? Date,
    FactBase Facts,
    Lexicon Lexicon
)
{
    private const int MaxWords = 4;

    /// <summary>Releases, families and software.</summary>
    public ImmutableArray<EntityLink> Models { get; } =
    [.. Links.Where(link => link.Subject.Subject.Kind is SubjectKind.Release or SubjectKind.Family or SubjectKind.Software)];

    /// <summary>Organisations that are no mere makers of a model that is named too.</summary>
    public ImmutableArray<EntityLink> Makers { get; } =
    [
        .. Links.Where(link =>
            link.Subject.Subject.Kind == SubjectKind.Organization
            && !Links.Any(other => other.Subject != link.Subject && Facts.MakerOf(other.Subject) == link.Subject)
        ),
    ];

    /// <summary>Those whom a list leaves out: "apart from OLMo".</summary>
    public ImmutableArray<EntityLink> Excluded { get; init; } = [];

    /// <summary>The licence that is named.</summary>
    public SubjectView? Licence { get; } = Links.FirstOrDefault(link => link.Subject is Licence)?.Subject;

    /// <summary>Whether models or makers are named.</summary>
    public bool NamesModels => !Models.IsEmpty || !Makers.IsEmpty;

    /// <summary>Whether two of its names are joined, as in "Llama and Gemma": "was X tuned on the data of Y" sets nothing side by side.
    /// </summary>
    public bool SetsSideBySide
    {
        get
        {
            var named = Models.Concat(Makers).OrderBy(link => link.Start).ToArray();
            for (var i = 1; i < named.Length; i++)
            {
                if (
                    Enumerable
                        .Range(named[i - 1].End, Math.Max(0, named[i].Start - named[i - 1].End))
                        .All(index => PropositionWords.Shipped.Is("side_by_side", Tokens[index].Text))
                )
                    return true;
            }

            return false;
        }
    }

    /// <summary>Whether it points at something said before.</summary>
    public bool IsPointing => Has("pronouns");

    /// <summary>Whether a list is asked for as things stood on a day, rather than for what came out then.</summary>
    public bool AsksState =>
        Date is { Day: not null } date
        && (!date.IsRelative || date.Period is { } period && period.First == period.Last)
        && (Says("was", "were", "had") || Says("did") && Says("have"))
        && !Says(
            "released",
            "release",
            "releases",
            "came",
            "come",
            "out",
            "announced",
            "published",
            "launched",
            "new",
            "made",
            "dropped",
            "between",
            "since"
        );

    /// <summary>The unknown name after "by" or "from": "open models by my uncle"; null without one.</summary>
    public string? UnknownMaker
    {
        get
        {
            for (var i = 1; i < Tokens.Length; i++)
            {
                if (
                    Tokens[i - 1].Text is "by" or "from"
                    && !IsTaken(i)
                    && !Lexicon.StopWords.Contains(Tokens[i].Text)
                    && !Tokens[i].IsNumber
                )
                    return Tokens[i].Raw;
            }

            return null;
        }
    }

    /// <summary>Whether there are cues of a group.</summary>
    public bool Has(string group) => First(group) is not null;

    /// <summary>What the first cue of a group shows; null without one.</summary>
    public string? First(string group)
    {
        foreach (var hit in Cues)
        {
            if (hit.Cue.Group == group)
                return hit.Cue.Value;
        }

        return null;
    }

    /// <summary>What the longest cue of a group shows, of two the first; null without one.</summary>
    public string? Longest(string group)
    {
        var longest = default(CueHit);
        foreach (var hit in Cues)
        {
            if (hit.Cue.Group == group && hit.Count > longest.Count)
                longest = hit;
        }

        return longest.Count == 0 ? null : longest.Cue.Value;
    }

    /// <summary>The component that is asked about: of several the one in a clause that asks, as in "its data are open, under what are the
    /// weights"; null without one.</summary>
    public string? Component
    {
        get
        {
            var named = Cues.Where(hit => hit.Cue.Group == "components").ToArray();

            // "Where can I download its dataset" asks for the dataset: what one does with weights means them where no other part is named.
            if (Array.Exists(named, hit => hit.Cue.Value != Components.Weights))
                named = [.. named.Where(hit => hit.Cue.Value != Components.Weights || IsThing(hit.Cue))];
            return named.Select(hit => hit.Cue.Value).Distinct().ToArray() is [var only] ? only
                : named.Where(hit => Asks(Tokens[hit.Start].Clause)).OrderByDescending(hit => hit.Count).FirstOrDefault()
                    is { Cue: { } asked }
                    ? asked.Value
                : Longest("components");
        }
    }

    /// <summary>Whether each component that it names is in a clause on a licence or on commercial use: "code is Apache-2.0".</summary>
    public bool SpeaksOfTerms
    {
        get
        {
            var clauses = Cues.Where(hit => hit.Cue.Group == "components").Select(hit => Tokens[hit.Start].Clause).Distinct().ToArray();
            return Licence is not null && clauses.Length > 0 && Array.TrueForAll(clauses, IsOfTerms);
        }
    }

    private bool IsOfTerms(int clause) =>
        !Asks(clause)
        && !Tokens.Any(token => token.Clause == clause && PropositionWords.Shipped.Is("public", token.Text))
        && HasTerms(clause);

    private bool HasTerms(int clause) =>
        Links.Any(link => link.Subject is Licence && Tokens[link.Start].Clause == clause)
        || Tokens.Any(token => token.Clause == clause && PropositionWords.Shipped.Is("of_terms", token.Text));

    /// <summary>Whether it asks for a licence, and for no model: "is there any open source license that forbids training".</summary>
    public bool AsksForLicence
    {
        get
        {
            if (NamesModels || Says("model", "models", "llms", "release", "releases", "weights", "checkpoint", "checkpoints"))
                return false;
            for (var i = 0; i + 2 < Tokens.Length; i++)
            {
                if (
                    Tokens[i].Text is "any" or "a" or "an"
                    && LicenceBehind(i) is { } at
                    && Tokens[at + 1].Text is "that" or "which" or "to"
                )
                    return true;
            }

            return false;
        }
    }

    // Where "licence" is within a few words of one clause, and not at its end.
    private int? LicenceBehind(int index)
    {
        for (var at = index + 1; at + 1 < Tokens.Length && at - index <= MaxWords && Tokens[at].Clause == Tokens[index].Clause; at++)
        {
            if (Tokens[at].Text is "licence" or "license")
                return at;
        }

        return null;
    }

    /// <summary>Whether it asks what something means.</summary>
    public bool AsksMeaning =>
        Says(
            "mean",
            "means",
            "meaning",
            "define",
            "defined",
            "definition",
            "difference",
            "explain",
            "explained",
            "what's",
            "whats",
            "what"
        );

    /// <summary>Whether it speaks of selling.</summary>
    public bool SpeaksOfSelling =>
        Says("sell", "sells", "selling", "sold", "sale", "sales", "monetise", "monetize", "monetised", "monetized");

    /// <summary>Whether it names a part of the world, or asks for one.</summary>
    public bool NamesPlace =>
        Has("countries")
        || Tokens.Any(token => Lexicon.Regions.ContainsKey(token.Text))
        || Says("where", "country", "countries", "region", "regions", "territory", "territories", "anywhere", "worldwide", "abroad");

    private static bool IsThing(Cue cue) => PropositionWords.Shipped.Is("components", cue.Words[^1]);

    private bool Asks(int clause)
    {
        var first = Tokens.FirstOrDefault(token => token.Clause == clause).Text;
        return PropositionWords.Shipped.Is("asking", first) || PropositionWords.Shipped.Is("auxiliaries", first);
    }

    /// <summary>Whether the question contains a word.</summary>
    public bool Says(params ReadOnlySpan<string> words)
    {
        foreach (var token in Tokens)
        {
            if (words.Contains(token.Text))
                return true;
        }

        return false;
    }

    private bool IsTaken(int index) =>
        Links.Concat(Excluded).Any(link => link.Start <= index && index < link.End)
        || Cues.Any(hit => hit.Start <= index && index < hit.End)
        || Date is { } date && date.Start <= index && index < date.Start + date.Count
        || Lexicon.Regions.ContainsKey(Tokens[index].Text);
}
