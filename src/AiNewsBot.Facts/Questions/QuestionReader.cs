using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions;

/// <summary>Reads what a question asks: whom it names, what it wants to know, as of when. Pure: the same text and day give the same question.</summary>
public sealed class QuestionReader
{
    private readonly Linker _linker;
    private readonly MentionFinder _mentions;
    private readonly NamesMeant _meant;
    private readonly QuestionWords _words;
    private readonly NameIndex _names;
    private readonly Lexicon _untaught;
    private readonly Lexicon _lexicon;
    private readonly CueFinder _cues;
    private readonly DateReader _dates;
    private readonly FactBase _facts;
    private readonly Lazy<TopicFinder> _topics;

    /// <summary>A reader over a snapshot.</summary>
    public QuestionReader(FactBase facts, Lexicon lexicon)
    {
        _facts = facts;
        _untaught = lexicon;
        _lexicon = lexicon = Vocabulary.Over(lexicon, facts);
        _names = NameIndex.Of(facts);
        _linker = new Linker(_names, lexicon);
        _mentions = new MentionFinder(_names, lexicon);
        _meant = new NamesMeant(_names, lexicon, facts);
        _words = new QuestionWords(_linker, lexicon);
        _cues = new CueFinder(lexicon);
        _dates = new DateReader(lexicon);
        _topics = new Lazy<TopicFinder>(() => new TopicFinder(facts, lexicon, _linker));
    }

    private QuestionReader(QuestionReader root, FactBase facts)
    {
        (_untaught, _topics, _facts) = (root._untaught, root._topics, facts);
        var isTaught = facts.Find(Vocabulary.Id) != root._facts.Find(Vocabulary.Id);
        _lexicon = isTaught ? Vocabulary.Over(_untaught, facts) : root._lexicon;
        (_cues, _dates) = isTaught ? (new CueFinder(_lexicon), new DateReader(_lexicon)) : (root._cues, root._dates);
        _names = root._names.Over(facts);
        _linker = new Linker(_names, _lexicon);
        _mentions = new MentionFinder(_names, _lexicon);
        _meant = new NamesMeant(_names, _lexicon, facts);
        _words = new QuestionWords(_linker, _lexicon);
    }

    /// <summary>The same reader over facts that were made from its own.</summary>
    public QuestionReader Over(FactBase facts) => new(this, facts);

    /// <summary>Finds what a message claims, by the same names and cues.</summary>
    internal ClaimFinder Claims => new(_linker, _cues, _lexicon);

    /// <summary>Whom a text names for certain, in order, each once.</summary>
    internal ImmutableArray<SubjectView> SubjectsIn(string text)
    {
        var tokens = Tokenizer.Split(text);
        ImmutableArray<Link> links = [.. _linker.LinkExactly(tokens)];
        var mentions = MentionRoles.Assign(_mentions.Find(tokens, links, []), tokens, _lexicon.IsForeign(tokens));
        return [.. links.Where(link => !MentionRoles.IsNone(mentions, link)).Concat(_linker.LinkTopics(tokens)).Select(link => link.Subject).Distinct()];
    }

    /// <summary>What a text asks.</summary>
    /// <param name="text">As it was asked.</param>
    /// <param name="today">The day of the question.</param>
    public Question Read(string text, DateOnly today)
    {
        var written = _lexicon.InLatin(Tokenizer.Split(text));
        var topics = _linker.LinkTopics(written);
        var links = _linker.Link(written);
        links = links.RemoveAll(link => link.IsTypo && topics.Any(topic => topic.Count > 1 && topic.Start <= link.Start && link.Start < topic.End));
        var mentions = MentionRoles.Assign(_mentions.Find(written, links, topics), written, _lexicon.IsForeign(written));
        links = MentionFinder.WithoutParts(links, mentions).RemoveAll(link => MentionRoles.IsNone(mentions, link));
        var tokens = _words.Spelled(written, links);
        bool IsName(int index) => QuestionWords.IsName(links, index) || MentionFinder.IsUnknown(mentions, index);
        var cues = _cues.Find(tokens, IsName);
        if (_meant.WithoutStrangers(links, cues, tokens) is var meant && !meant.SequenceEqual(links))
        {
            links = meant;
            cues = _cues.Find(tokens, IsName);
        }

        var date = _dates.Read(tokens, cues, IsName, today);
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
            cues = [.. cues.Where(hit => tokens[hit.Start].Sentence == main || IsTag(tokens[hit.Start].Sentence))];

            // "We spoke of it yesterday. Is Grok open?" asks of today.
            if (date is { IsRelative: true } && tokens[date.Start].Sentence != main)
                date = null;
        }

        bool Has(string value) => cues.Any(hit => hit.Cue.Group == "cues" && hit.Cue.Value == value);
        var asked = _meant.Asked(links, cues, tokens);
        var signals = new Signals(tokens, asked, cues, date, topics, () => TopicOf(written, asked), _facts, _lexicon);
        var (intent, topic) = IntentRules.Decide(signals);
        return new Question
        {
            Text = text,
            Tokens = tokens,
            Links = asked,
            Mentions = date is null ? mentions : mentions.RemoveAll(mention => mention.IsUnknown && mention.Start < date.Start + date.Count && date.Start < mention.End),
            Intent = intent,
            Topic = topic,
            Component = signals.Component,
            Date = date,
            Filter = intent is Intent.List ? ListFilters.Read(signals, _lexicon) : new ListFilter(),
            Language = _words.LanguageOf(tokens, all, cues),
            IsClaim = IsClaim(tokens, cues),
            AsksPromise = Has("promise"),
            AsksKept = Has("promise_open") ? false : Has("promise_kept") ? true : null,
            AsksHistory = Has("timeline"),
            AsksCommercialUse = Has("commercial_use"),
            AsksLicenceHistory = Has("licence") || cues.Any(hit => hit.Cue.Value == "timeline" && hit.Cue.Words.Any(_lexicon.IsLicenceWord)) || asked.Any(link => link.Subject is Licence),
            OtherPart = cues.Where(hit => hit.Cue.Group == "other_parts").Select(hit => hit.Cue.Value).FirstOrDefault(),
            AsksOpening = Has("openness"),
            AsksState = intent is Intent.List && signals.AsksState,
            UnknownMaker = intent is Intent.List ? signals.UnknownMaker : null,
            UnknownWords = _words.Unknown(written, tokens, all.AddRange(topics), cues, date),
            NamesSomebody = intent == Intent.Timeline && signals.Rest(withoutCues: true) > 0,
            IsPointing = cues.Any(hit => hit.Cue.Group == "pronouns"),
        };

        // "Is GPT-5 out? When?" goes on asking of the same.
        bool IsTag(int sentence)
        {
            var words = tokens.Count(token => token.Sentence == sentence);
            return words <= 2 && tokens.All(token => token.Sentence != sentence || _lexicon.Knows(token.Text))
                && tokens.First(token => token.Sentence == sentence).Text is "when" or "what" or "which" or "any" or "who" or "licence" or "license"
                && !all.Any(link => tokens[link.Start].Sentence == sentence);
        }

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
        _topics.Value.Find(tokens, links.RemoveAll(link => IsPhrase(tokens, link))) is { } found ? found with { Topic = _facts.Find(found.Topic.Id) ?? found.Topic } : null;

    // "Supporters of open AI" are not those of the company: two words of the language behind a preposition may be no name.
    private bool IsPhrase(ImmutableArray<Token> tokens, Link link) =>
        link is { Start: > 0, Count: > 1 } && tokens[link.Start - 1].Text is "of" or "for" or "against" or "about" or "on"
        && Enumerable.Range(link.Start, link.Count).All(index => _lexicon.StopWords.Contains(tokens[index].Text));

    private bool IsClaim(ImmutableArray<Token> tokens, ImmutableArray<CueHit> cues) =>
        cues.Any(hit => hit.Cue.Group == "claims") || tokens.Length > 0 && !_lexicon.Markers.ContainsKey(tokens[0].Text) && cues.All(hit => hit.Cue.Group != "cues" || hit.Cue.Value == "openness")
            && tokens.Any(token => token.Text is "is" or "are") && !_lexicon.StopWords.Contains(tokens[0].Text) && !cues.Any(hit => hit.Cue.Group == "pronouns");
}
