using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions;

/// <summary>Reads what a question asks: whom it names, what it wants to know, as of when. Pure: the same text and day give the same question.</summary>
public sealed class QuestionReader
{
    private readonly Linker _linker;
    private readonly NameIndex _names;
    private readonly Lexicon _lexicon;
    private readonly CueFinder _cues;
    private readonly DateReader _dates;
    private readonly FactBase _facts;
    private readonly Lazy<TopicFinder> _topics;

    /// <summary>A reader over a snapshot.</summary>
    public QuestionReader(FactBase facts, Lexicon lexicon)
    {
        _facts = facts;
        _lexicon = lexicon;
        _names = NameIndex.Of(facts);
        _linker = new Linker(_names, lexicon);
        _cues = new CueFinder(lexicon);
        _dates = new DateReader(lexicon);
        _topics = new Lazy<TopicFinder>(() => new TopicFinder(facts, lexicon));
    }

    private QuestionReader(QuestionReader root, FactBase facts)
    {
        (_lexicon, _cues, _dates, _topics, _facts) = (root._lexicon, root._cues, root._dates, root._topics, facts);
        _names = root._names.Over(facts);
        _linker = new Linker(_names, _lexicon);
    }

    /// <summary>The same reader over facts that were made from its own.</summary>
    public QuestionReader Over(FactBase facts) => new(this, facts);

    /// <summary>Finds what a message claims, by the same names and cues.</summary>
    internal ClaimFinder Claims => new(_linker, _cues, _lexicon);

    /// <summary>Whom a text names for certain, in order, each once.</summary>
    internal ImmutableArray<SubjectView> SubjectsIn(string text)
    {
        var tokens = Tokenizer.Split(text);
        return [.. _linker.LinkExactly(tokens).Concat(_linker.LinkTopics(tokens)).Select(link => link.Subject).Distinct()];
    }

    /// <summary>What a text asks.</summary>
    /// <param name="text">As it was asked.</param>
    /// <param name="today">The day of the question.</param>
    public Question Read(string text, DateOnly today)
    {
        var tokens = Tokenizer.Split(text);
        var links = _linker.Link(tokens);
        var cues = _cues.Find(tokens, index => IsName(links, index));
        var date = _dates.Read(tokens, cues, index => IsName(links, index), today);
        var sentence = MainSentence(links, cues);
        if (sentence is { } main)
        {
            links = [.. links.Where(link => tokens[link.Start].Sentence == main)];
            cues = [.. cues.Where(hit => tokens[hit.Start].Sentence == main)];
        }

        bool Has(string value) => cues.Any(hit => hit.Cue.Group == "cues" && hit.Cue.Value == value);
        var named = WithoutRepeats(WithoutNegated(WithModelsOfLicences(links, tokens), cues, tokens));
        var signals = new Signals(tokens, named, cues, date, _linker.LinkTopics(tokens), () => TopicOf(tokens), _facts);
        var (intent, topic) = IntentRules.Decide(signals);
        return new Question
        {
            Text = text,
            Tokens = tokens,
            Links = named,
            Intent = intent,
            Topic = topic,
            Component = signals.Component,
            Date = date,
            Filter = intent is Intent.List ? ListFilters.Read(signals, _lexicon) : new ListFilter(),
            Language = LanguageOf(tokens, cues),
            IsClaim = IsClaim(tokens, cues),
            AsksPromise = Has("promise"),
            AsksLicenceHistory = Has("timeline") && Has("licence"),
            AsksOpening = Has("openness"),
            UnknownWords = UnknownWords(tokens, links, date),
            IsPointing = cues.Any(hit => hit.Cue.Group == "pronouns"),
        };

        // The sentence that both names somebody and asks something; the others are small talk, or say what is not meant.
        int? MainSentence(ImmutableArray<Link> all, ImmutableArray<CueHit> hits)
        {
            if (tokens.IsEmpty || tokens[^1].Sentence == 0)
                return null;
            var asking = hits.Where(hit => hit.Cue.Group is "cues" or "components").Select(hit => tokens[hit.Start].Sentence).ToHashSet();
            foreach (var link in all)
            {
                if (asking.Contains(tokens[link.Start].Sentence))
                    return tokens[link.Start].Sentence;
            }

            return null;
        }
    }

    private (SubjectView Topic, double Score)? TopicOf(ImmutableArray<Token> tokens) =>
        _topics.Value.Find(tokens) is { } found ? (_facts.Find(found.Topic.Id) ?? found.Topic, found.Score) : null;

    private static bool IsName(ImmutableArray<Link> links, int index)
    {
        foreach (var link in links)
        {
            if (link.Start <= index && index < link.End)
                return true;
        }

        return false;
    }

    // "the Gemma licence" names a licence, and Gemma.
    private List<Link> WithModelsOfLicences(ImmutableArray<Link> links, ImmutableArray<Token> tokens)
    {
        var all = new List<Link>(links.Length + 1);
        foreach (var link in links)
        {
            if (link.Subject is Licence && link.Count > 1)
            {
                for (var count = link.Count - 1; count > 0; count--)
                {
                    var key = string.Concat(tokens.Skip(link.Start).Take(count).Select(token => token.Text));
                    if (_names.Find(key) is { } model and not Licence)
                    {
                        all.Add(new Link([model], link.Start, count, string.Join(' ', tokens.Skip(link.Start).Take(count).Select(token => token.Raw)), false, null));
                        break;
                    }
                }
            }

            all.Add(link);
        }

        return all;
    }

    private static List<Link> WithoutNegated(List<Link> links, ImmutableArray<CueHit> cues, ImmutableArray<Token> tokens)
    {
        var kept = links.Where(link => !cues.Any(hit => hit.Cue.Group == "negations" && hit.End <= link.Start && link.Start - hit.End < 2
            && tokens[hit.Start].Sentence == tokens[link.Start].Sentence)).ToList();
        return kept.Count > 0 ? kept : links;
    }

    private ImmutableArray<Link> WithoutRepeats(List<Link> links)
    {
        var kept = ImmutableArray.CreateBuilder<Link>();
        foreach (var link in links)
        {
            // A family beside one of its own releases, or a name said twice, adds nothing.
            if (kept.Any(other => other.Subject == link.Subject) || link.Version is null && !link.IsAmbiguous && link.Subject.Subject.Kind == SubjectKind.Family
                && links.Exists(other => other.Subject is Release release && _facts.FamilyOf(release) == link.Subject))
                continue;
            kept.Add(link);
        }

        return kept.ToImmutable();
    }

    private bool IsClaim(ImmutableArray<Token> tokens, ImmutableArray<CueHit> cues) =>
        cues.Any(hit => hit.Cue.Group == "claims") || tokens.Length > 0 && !_lexicon.Markers.ContainsKey(tokens[0].Text) && cues.All(hit => hit.Cue.Group != "cues" || hit.Cue.Value == "openness")
            && tokens.Any(token => token.Text is "is" or "are") && !_lexicon.StopWords.Contains(tokens[0].Text);

    private string LanguageOf(ImmutableArray<Token> tokens, ImmutableArray<CueHit> cues)
    {
        var votes = new Dictionary<string, int>();
        foreach (var token in tokens)
        {
            foreach (var language in _lexicon.Markers.GetValueOrDefault(token.Text, []))
                votes[language] = votes.GetValueOrDefault(language) + 1;
        }

        foreach (var hit in cues)
        {
            if (hit.Cue.IsUnspaced)
                votes[hit.Cue.Language] = votes.GetValueOrDefault(hit.Cue.Language) + 2;
        }

        var best = _lexicon.Languages[0];
        foreach (var language in _lexicon.Languages)
        {
            if (votes.GetValueOrDefault(language) > votes.GetValueOrDefault(best))
                best = language;
        }

        return best;
    }

    private ImmutableArray<string> UnknownWords(ImmutableArray<Token> tokens, ImmutableArray<Link> links, DatePhrase? date)
    {
        var unknown = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < tokens.Length; i++)
        {
            var isDate = date is not null && i >= date.Start && i < date.Start + date.Count;
            if (!isDate && !IsName(links, i) && !tokens[i].IsNumber && tokens[i].Text.Length > 2 && !_lexicon.Knows(tokens[i].Text) && !Tokenizer.IsCjk(tokens[i].Text[0]))
                unknown.Add(tokens[i].Raw);
        }

        return unknown.ToImmutable();
    }
}
