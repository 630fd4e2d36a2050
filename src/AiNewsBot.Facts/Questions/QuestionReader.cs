using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions;

/// <summary>Reads what a question asks: whom it names, what it wants to know, as of when. Pure: the same text and day give the same question.</summary>
public sealed class QuestionReader
{
    private readonly Linker _linker;
    private readonly NamesMeant _meant;
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
        _meant = new NamesMeant(_names, lexicon, facts);
        _cues = new CueFinder(lexicon);
        _dates = new DateReader(lexicon);
        _topics = new Lazy<TopicFinder>(() => new TopicFinder(facts, lexicon, _linker));
    }

    private QuestionReader(QuestionReader root, FactBase facts)
    {
        (_lexicon, _cues, _dates, _topics, _facts) = (root._lexicon, root._cues, root._dates, root._topics, facts);
        _names = root._names.Over(facts);
        _linker = new Linker(_names, _lexicon);
        _meant = new NamesMeant(_names, _lexicon, facts);
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
        var written = Tokenizer.Split(text);
        var links = _linker.Link(written);
        var tokens = Spelled(written, links);
        var cues = _cues.Find(tokens, index => IsName(links, index));
        if (_meant.WithoutStrangers(links, cues, tokens) is var meant && meant.Length < links.Length)
        {
            links = meant;
            cues = _cues.Find(tokens, index => IsName(links, index));
        }

        var date = _dates.Read(tokens, cues, index => IsName(links, index), today);
        if (date is null && EventDates.Read(links, cues, today) is { } named)
        {
            date = named.Date;
            links = links.Remove(named.Named);
        }

        var all = links;
        var sentence = MainSentence(links, cues);
        if (sentence is { } main)
        {
            links = [.. links.Where(link => tokens[link.Start].Sentence == main)];
            cues = [.. cues.Where(hit => tokens[hit.Start].Sentence == main)];
        }

        bool Has(string value) => cues.Any(hit => hit.Cue.Group == "cues" && hit.Cue.Value == value);
        var asked = _meant.Asked(links, cues, tokens);
        var signals = new Signals(tokens, asked, cues, date, _linker.LinkTopics(tokens), () => TopicOf(written, asked), _facts, _lexicon);
        var (intent, topic) = IntentRules.Decide(signals);
        return new Question
        {
            Text = text,
            Tokens = tokens,
            Links = asked,
            Intent = intent,
            Topic = topic,
            Component = signals.Component,
            Date = date,
            Filter = intent is Intent.List ? ListFilters.Read(signals, _lexicon) : new ListFilter(),
            Language = LanguageOf(tokens, cues),
            IsClaim = IsClaim(tokens, cues),
            AsksPromise = Has("promise"),
            AsksHistory = Has("timeline"),
            AsksLicenceHistory = Has("licence") || asked.Any(link => link.Subject is Licence),
            AsksOpening = Has("openness"),
            UnknownWords = UnknownWords(written, tokens, all, cues, date),
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

    private TopicMatch? TopicOf(ImmutableArray<Token> tokens, ImmutableArray<Link> links) =>
        _topics.Value.Find(tokens, links) is { } found ? found with { Topic = _facts.Find(found.Topic.Id) ?? found.Topic } : null;

    private static bool IsName(ImmutableArray<Link> links, int index)
    {
        foreach (var link in links)
        {
            if (link.Start <= index && index < link.End)
                return true;
        }

        return false;
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

    // Words that are neither names nor known are read as the cue that they are one letter off.
    private ImmutableArray<Token> Spelled(ImmutableArray<Token> tokens, ImmutableArray<Link> links)
    {
        ImmutableArray<Token>.Builder? spelled = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].IsNumber || _lexicon.Knows(tokens[i].Text) || IsName(links, i) || _lexicon.Spellers["en"].Correct(tokens[i].Text) is not { } word)
                continue;
            spelled ??= tokens.ToBuilder();
            spelled[i] = tokens[i] with { Text = word };
        }

        return spelled?.ToImmutable() ?? tokens;
    }

    private ImmutableArray<string> UnknownWords(
        ImmutableArray<Token> written, ImmutableArray<Token> tokens, ImmutableArray<Link> links, ImmutableArray<CueHit> cues, DatePhrase? date)
    {
        var unknown = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < written.Length; i++)
        {
            if (_linker.OtherName(written, i) is var count and > 0 && !IsName(links, i))
            {
                unknown.Add(string.Join(' ', written.Skip(i).Take(count).Select(token => token.Raw)));
                i += count - 1;
                continue;
            }

            var isDate = date is not null && i >= date.Start && i < date.Start + date.Count;
            var isCue = written[i] != tokens[i] && cues.Any(hit => hit.Start <= i && i < hit.End);
            if (!isDate && !isCue && !IsName(links, i) && !written[i].IsNumber && written[i].Text.Length > 2 && !_lexicon.Knows(written[i].Text) && !Tokenizer.IsCjk(written[i].Text[0]))
                unknown.Add(written[i].Raw);
        }

        return unknown.ToImmutable();
    }
}
