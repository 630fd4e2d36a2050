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
        || byAnyCue && (Cues.Any(hit => hit.Start <= index && index < hit.End) || lexicon.Regions.ContainsKey(Tokens[index].Text)
            || Date is { } date && date.Start <= index && index < date.Start + date.Count)
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
