using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions;

/// <summary>What a question shows of what it asks.</summary>
internal sealed class Signals(
    ImmutableArray<Token> tokens, ImmutableArray<Link> links, ImmutableArray<CueHit> cues, DatePhrase? date,
    ImmutableArray<Link> topics, Func<TopicMatch?> findTopic, FactBase facts, Lexicon lexicon)
{
    private readonly Lazy<TopicMatch?> _topic = new(findTopic);

    public ImmutableArray<Token> Tokens { get; } = tokens;

    public ImmutableArray<Link> Links { get; } = links;

    public ImmutableArray<CueHit> Cues { get; } = cues;

    public DatePhrase? Date { get; } = date;

    /// <summary>Topics and terms that are called by their names.</summary>
    public ImmutableArray<Link> TopicNames { get; } = topics;

    /// <summary>The topic whose way of being asked for is nearest.</summary>
    public TopicMatch? Topic => _topic.Value;

    /// <summary>Releases and families.</summary>
    public ImmutableArray<Link> Models { get; } = [.. links.Where(link => link.Subject.Subject.Kind is SubjectKind.Release or SubjectKind.Family)];

    /// <summary>Organisations that are no mere makers of a model that is named too.</summary>
    public ImmutableArray<Link> Makers { get; } = [.. links.Where(link => link.Subject.Subject.Kind == SubjectKind.Organization
        && !links.Any(other => other.Subject != link.Subject && facts.MakerOf(other.Subject) == link.Subject))];

    /// <summary>The licence that is named.</summary>
    public SubjectView? Licence { get; } = links.FirstOrDefault(link => link.Subject is Licence)?.Subject;

    /// <summary>The component that is named, save where it is "open weights".</summary>
    public string? Component { get; } = cues.Where(hit => hit.Cue.Group == "components")
        .OrderByDescending(hit => hit.Count).Select(hit => hit.Cue.Value).FirstOrDefault();

    /// <summary>The components that are named, each once.</summary>
    public ImmutableArray<string> ComponentsNamed { get; } = [.. cues.Where(hit => hit.Cue.Group == "components").Select(hit => hit.Cue.Value).Distinct()];

    public bool Has(string cue) => Cues.Any(hit => hit.Cue.Group == "cues" && hit.Cue.Value == cue);

    /// <summary>Whether a part of the world is named, such as Europe.</summary>
    public bool NamesRegion => Tokens.Any(token => lexicon.Regions.ContainsKey(token.Text));

    /// <summary>Whether a part of the world is named as where something is used, "in the EU", rather than where it is from.</summary>
    public bool NamesTerritory
    {
        get
        {
            for (var i = 0; i < Tokens.Length; i++)
            {
                if (lexicon.Territories.Contains(Tokens[i].Text) && !(i > 0 && Tokens[i - 1].Text == "from") && !(i > 1 && Tokens[i - 2].Text is "from" or "based"))
                    return true;
            }

            return false;
        }
    }

    /// <summary>Whether it sets things side by side in so many words, not only by "or" or "which is".</summary>
    public bool Compares => Cues.Any(hit => hit.Cue is { Group: "cues", Value: "compare" } && hit.Cue.Words is not ["or"] and not ["which", ..]);

    /// <summary>Whether the maker stands behind the word that makes him one: "by ByteDance", "did Meta make".</summary>
    public bool NamesMaking => !Cues.Any(hit => hit.Cue is { Group: "cues", Value: "compare" or "licence" or "commercial_use" } && hit.Cue.Words is not ["or"])
        && (Says("make", "made", "makes", "create", "created", "develop", "developed", "build", "built", "train", "trained")
            || Makers.Any(maker => maker.Start > 0 && Tokens[maker.Start - 1].Text is "by" or "from"));

    /// <summary>Whether something said before is pointed at ahead of a name: behind it, the name is what is pointed at.</summary>
    public bool PointsBefore(Link name) => Cues.Any(hit => hit.Cue.Group == "pronouns" && hit.Start < name.Start);

    /// <summary>Whether a maker is named as where something is: "on Hugging Face".</summary>
    public bool IsPlace(Link maker) => maker.Start > 0 && Tokens[maker.Start - 1].Text == "on";

    /// <summary>Who stands behind "by" or "from" and is nobody known: "open models by my uncle"; null when there is none.</summary>
    public string? UnknownMaker
    {
        get
        {
            for (var i = 1; i < Tokens.Length; i++)
            {
                if (Tokens[i - 1].Text is "by" or "from" && !IsTaken(i, byAnyCue: true) && !lexicon.StopWords.Contains(Tokens[i].Text) && !Tokens[i].IsNumber)
                    return Tokens[i].Raw;
            }

            return null;
        }
    }

    /// <summary>Whether it says that there are no restrictions: "no strings attached".</summary>
    public bool DeniesRestrictions => Cues.Any(hit => hit.Cue is { Group: "cues", Value: "restrictions" } && hit.Start > 0 && Tokens[hit.Start - 1].Text is "no" or "without" or "zero");

    /// <summary>Whether something is opened as a can is, rather than called open: "can I open a can of Command".</summary>
    public bool OpensThings => Component is null && !NamesModels
        && Cues.Any(hit => hit.Cue.Group == "opened_things" && !Links.Any(link => link.End <= hit.Start));

    /// <summary>The topic on somebody of whom no release is known; null when there is none, or releases are known.</summary>
    public SubjectView? TopicOfEmpty(SubjectView maker) =>
        facts.ReleasesOf(maker).IsEmpty ? facts.Topics.FirstOrDefault(topic => topic.Subject.Related.Contains(maker.Id)) : null;

    /// <summary>Whether it speaks of models at large.</summary>
    public bool NamesModels => Says("models", "llms", "releases", "llm");

    /// <summary>Whether a list is asked for as things stood on a day, rather than for what came out then.</summary>
    public bool AsksState => Date is { Day: not null, IsRelative: false } && (Says("was", "were", "had") || Says("did") && Says("have"))
        && !Says("released", "release", "releases", "came", "come", "out", "announced", "published", "launched", "new", "made", "dropped", "between", "since");

    public bool Narrows(string group) => Cues.Any(hit => hit.Cue.Group == group);

    /// <summary>How many words say something that is neither a name nor a mere filler, nor a cue: of any kind, or of those alone that ask nothing.</summary>
    public int Rest(bool withoutCues = false, Link? except = null)
    {
        var rest = 0;
        for (var i = 0; i < Tokens.Length; i++)
        {
            if (!IsTaken(i, withoutCues) && !(except is not null && except.Start <= i && i < except.End) && !lexicon.StopWords.Contains(Tokens[i].Text) && !IsSize(Tokens[i].Text))
                rest++;
        }

        return rest;
    }

    private bool IsTaken(int index, bool byAnyCue) =>
        Links.Any(link => link.Start <= index && index < link.End)
        || Date is { } date && date.Start <= index && index < date.Start + date.Count
        || byAnyCue && (Cues.Any(hit => hit.Start <= index && index < hit.End) || lexicon.Regions.ContainsKey(Tokens[index].Text))
        || Cues.Any(hit => hit.Start <= index && index < hit.End && (hit.Cue.Group is "variants" or "greetings" || hit.Cue.Value is "definition"));

    private static bool IsSize(string text) => char.IsAsciiDigit(text[0]) && text[^1] is 'b' or 'm' && text.Length > 1;

    /// <summary>Whether a word stands in the question outside of names.</summary>
    public bool Says(params ReadOnlySpan<string> words)
    {
        foreach (var token in Tokens)
        {
            if (words.Contains(token.Text))
                return true;
        }

        return false;
    }
}
