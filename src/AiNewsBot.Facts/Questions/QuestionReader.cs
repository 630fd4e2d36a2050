using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Learning;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Questions.Lists;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Questions.Topics;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions;

/// <summary>Reads what a question asks: whom it names, what it wants to know, as of
/// when. Pure: the same text and day give the same question.</summary>
public sealed class QuestionReader
{
    // With fewer words a sentence is a tag.
    private const int MinSentence = 5;

    // With so many words in common a sentence may have one that no matter has.
    private const int MinSharedOfSentence = 4;

    private readonly EntityLinker _linker;
    private readonly NameReader _nameReader;
    private readonly MentionResolver _meant;
    private readonly QuestionWordAnalyzer _words;
    private readonly NameIndex _names;
    private readonly Lexicon _untaught;
    private readonly Lexicon _lexicon;
    private readonly CueFinder _cues;
    private readonly AsOfDateReader _dates;
    private readonly FactBase _facts;
    private readonly Lazy<TopicFinder> _topics;
    private readonly Masker _masker;
    private readonly AskingSentences _asking;
    private readonly QuestionSplitter _splitter;
    private readonly Lazy<TaughtPhrasings> _phrasings;
    private readonly AspectReader _aspects = new(AspectClassifier.Shipped);

    /// <summary>A reader over a snapshot.</summary>
    public QuestionReader(FactBase facts, Lexicon lexicon)
    {
        _facts = facts;
        _untaught = lexicon;
        _lexicon = lexicon = TaughtWords.Extend(lexicon, facts);
        _names = NameIndex.Create(facts);
        _linker = new EntityLinker(_names, lexicon);
        _meant = new MentionResolver(_names, lexicon, facts);
        _words = new QuestionWordAnalyzer(_linker, lexicon);
        _masker = new Masker(lexicon);
        _asking = new AskingSentences(_aspects, _masker, lexicon);
        _splitter = new QuestionSplitter(lexicon);
        _cues = new CueFinder(lexicon);
        _nameReader = new NameReader(_names, _linker, _cues, lexicon, facts);
        _dates = new AsOfDateReader(lexicon);
        _topics = new Lazy<TopicFinder>(() => new TopicFinder(facts, lexicon, _linker));
        _phrasings = new Lazy<TaughtPhrasings>(() => TaughtPhrasings.Create(facts, text => Mask(text).Words));
    }

    private QuestionReader(QuestionReader root, FactBase facts)
    {
        (_untaught, _topics, _facts) = (root._untaught, root._topics, facts);
        var isTaught = facts.Find(TaughtWords.Id) != root._facts.Find(TaughtWords.Id);
        _lexicon = isTaught ? TaughtWords.Extend(_untaught, facts) : root._lexicon;
        (_cues, _dates) = isTaught ? (new CueFinder(_lexicon), new AsOfDateReader(_lexicon)) : (root._cues, root._dates);
        _names = root._names.WithFacts(facts);
        _linker = new EntityLinker(_names, _lexicon);
        _meant = new MentionResolver(_names, _lexicon, facts);
        _words = new QuestionWordAnalyzer(_linker, _lexicon);
        _masker = new Masker(_lexicon);
        _asking = new AskingSentences(_aspects, _masker, _lexicon);
        _splitter = new QuestionSplitter(_lexicon);
        _nameReader = new NameReader(_names, _linker, _cues, _lexicon, facts);
        _phrasings = isTaught ? new Lazy<TaughtPhrasings>(() => TaughtPhrasings.Create(facts, text => Mask(text).Words)) : root._phrasings;
    }

    /// <summary>The same reader over facts that were made from its own.</summary>
    public QuestionReader WithFacts(FactBase facts) => new(this, facts);

    /// <summary>Reads what a text puts forward, by the same names and dates.</summary>
    internal PropositionReader Propositions =>
        field ??= new PropositionReader(MessageNames, Headings, _lexicon, new PropositionDates(_cues, _dates), _facts);

    /// <summary>Finds the names in messages, by the same index.</summary>
    internal MessageNames MessageNames => field ??= new MessageNames(_linker, new MentionFinder(_names, _lexicon), _lexicon, _facts);

    /// <summary>Writes lists under headings as sentences, by the same names.</summary>
    internal ListHeadings Headings => field ??= new ListHeadings(_linker);

    /// <summary>Finds cues.</summary>
    internal CueFinder Cues => _cues;

    /// <summary>Reads dates.</summary>
    internal AsOfDateReader Dates => _dates;

    /// <summary>The words of the languages, taught ones too.</summary>
    internal Lexicon Lexicon => _lexicon;

    /// <summary>The snapshot.</summary>
    internal FactBase Facts => _facts;

    /// <summary>The one subject that a text is the name of; null where it is the name of none, or of several.</summary>
    internal SubjectView? Resolve(string name) => _nameReader.Resolve(name);

    /// <summary>Whom a text names for certain, in order, each once.</summary>
    internal ImmutableArray<SubjectView> SubjectsIn(string text) => _nameReader.SubjectsIn(text);

    /// <summary>Whom a story of general news is about, in order, each once.</summary>
    internal ImmutableArray<SubjectView> SubjectsOfStory(string text) => _nameReader.SubjectsOfStory(text);

    /// <summary>A row of the training with its names masked, and the marks that are known of it.</summary>
    internal (ImmutableArray<MaskedWord> Words, ImmutableArray<string> Marks) Mask(string text)
    {
        var names = _nameReader.Read(text);
        var words = _masker.Mask(names.Tokens, names.Links, names.Mentions, isMasked: true);
        return (words, Masker.Marks(words, names.Cues.RemoveAll(hit => Masker.IsMask(names.Tokens[hit.Start])), names.Topics));
    }

    /// <summary>The topic that a text fits best.</summary>
    internal TopicMatch? TopicOf(string text) =>
        _nameReader.Read(text) is var names ? TopicOf(names.Tokens, names.Links, names.Topics) : null;

    /// <summary>What a text asks.</summary>
    /// <param name="text">As it was asked.</param>
    /// <param name="today">The day of the question.</param>
    public Question Read(string text, DateOnly today)
    {
        var names = _nameReader.Read(text);
        var whole = Read(text, names, today);
        var starts = _splitter.Starts(names);
        return QuestionSplitter.Behind(names, starts, IsUnder, ReadPart) is { } behind
            ? behind with
            {
                // "It was opened 3 years ago, they say. Is it free?" asks of today.
                Date = behind.Date ?? (whole.Date is { IsRelative: true } ? null : whole.Date),
                Licences = whole.Licences,
                Whole = whole,
            }
            : QuestionMerger.Merge(whole, QuestionSplitter.Split(names, starts, ReadPart));

        Question? ReadPart(string part) => QuestionMerger.AsPart(Read(part, _nameReader.Read(part), today), whole);
    }

    // "gpt4all-lora is GPL, yet built by fine-tuning Llama. May I sell it?" is asked of gpt4all-lora.
    private bool IsUnder(Mention mention, ImmutableArray<Mention> all) =>
        mention.Candidates is [{ IsModel: true } on]
        && (_facts.FamilyOf(on) ?? on) is var family
        && _facts.ReleasesUnder(
            family,
            all.Where(other => other.Start < mention.Start && other.Candidates is [{ IsModel: true }]).Select(other => other.Candidates[0])
        )
            is { IsEmpty: false } under
        && (on == family || under.Contains(on));

    private Question Read(string text, NamesRead names, DateOnly today)
    {
        var (written, tokens, links, topics, mentions, cues) = names;
        bool IsName(int index) => QuestionWordAnalyzer.IsName(links, index) || MentionFinder.IsUnknown(mentions, index);
        var date = _dates.Read(tokens, cues, IsName, today);
        if (date is null && EventDates.Read(links, cues, tokens, today) is { } named)
        {
            date = named.Date;
            links = named.Named is { } left ? links.Remove(left) : links;
        }

        var all = links;
        var places = PlaceReader.Read(tokens, cues, _lexicon);
        var asking = _asking.Find(tokens, links, mentions, cues, topics);
        if (!asking.IsEmpty)
        {
            links = [.. links.Where(link => asking.Contains(tokens[link.Start].Sentence))];
            cues = [.. cues.Where(hit => asking.Contains(tokens[hit.Start].Sentence))];

            // "We spoke of it yesterday. Is Grok open?" asks of today.
            if (date is { IsRelative: true } && !asking.Contains(tokens[date.Start].Sentence))
                date = null;
        }

        var kept = links;
        var masked = _asking.Masked(tokens, all, mentions, asking);
        var scores = _aspects.Score(masked, Masker.Marks(masked, cues, topics));
        var isList = _aspects.IsLikely(scores, Aspect.List);
        var asked = _meant.SelectAsked(links, all, cues, tokens, isList, _aspects.IsLikely(scores, Aspect.Compare));
        var parts = new QuestionParts(tokens, asked, cues, date, _facts, _lexicon)
        {
            Excluded = isList ? ExclusionReader.Read(links, cues, tokens, _lexicon) : [],
        };
        var reading = _aspects.Read(parts, mentions, masked, scores, () => TopicOf(written, asked, topics), _phrasings.Value.Find(masked));
        if (isList && !reading.Asks("list"))
            asked = _meant.Narrow(asked, links, all);
        var filter = reading.Asks("list") ? ListFilters.Read(parts, _lexicon, reading.Asks("list.commercial")) : new ListFilter();
        return new Question
        {
            Text = text,
            Tokens = tokens,
            Links = asked,
            Mentions = date is null
                ? mentions
                : mentions.RemoveAll(mention => mention.IsUnknown && mention.Start < date.Start + date.Count && date.Start < mention.End),
            Licences =
            [
                .. all.Where(link => link is { IsAmbiguous: false, IsTypo: false, Version: null })
                    .Select(link => link.Subject)
                    .OfType<Licence>()
                    .Distinct(),
            ],
            Components = ComponentNames.Find(tokens, links),
            ReadTopic = () =>
                TopicOf(written, asked, topics) is { } match ? match with { Topic = _facts.Find(match.Topic.Id) ?? match.Topic } : null,
            ReadPropositions = () => Propositions.Read(tokens, kept, today),
            Masked = masked,
            Aspects = reading.Aspects,
            Confidence = reading.Confidence,
            IsUnsure = reading.Confidence < _aspects.Threshold,
            Likeliest = reading.Likeliest,
            Intent = reading.Aspects.IsEmpty ? null : reading.Aspects[0].ToIntent(),
            Topic = reading.Topic is { } topic ? _facts.Find(topic.Id) ?? topic : null,
            Trend = reading.Asks("list") ? TrendReader.Read(parts, _lexicon) : null,
            Component = parts.Component ?? (reading.Asks("component") ? ComponentOf(reading) : null),
            Date = date,
            Filter = filter,
            Places = places,
            Language = _words.LanguageOf(tokens, all, cues),
            IsClaim = IsClaim(tokens, cues, reading),
            AsksOther = reading.Labels.Contains("overview.other"),
            AsksPromise = reading.Asks("promise") || reading.Asks("release_date.promise"),
            AsksKept =
                reading.Labels.Contains("promise.open") ? false
                : reading.Labels.Contains("promise.kept") ? true
                : null,
            AsksHistory = reading.Asks("history"),
            AsksCommercialUse = reading.Asks("commercial_use") || reading.Asks("compare.commercial") || reading.Asks("list.commercial"),
            AsksDerivatives = reading.Asks("restrictions.derivatives"),
            AsksLicenceHistory = reading.Asks("history.licence"),
            OtherPart = DetailReader.Part(parts, links),
            AskedKind = DetailReader.AskedKind(parts, asked),
            AsksOpening = reading.Asks("release_date.opening") || reading.Asks("release_date.promise"),
            AsksState = reading.Asks("list") && parts.AsksState,
            UnknownMaker = reading.Asks("list") ? parts.UnknownMaker : null,
            UnknownWords = _words.Unknown(written, tokens, all.AddRange(topics), cues, date),
            NamesSomebody = reading.Asks("promise") && NamesPerson(parts),
            IsPointing = parts.IsPointing,
        };
    }

    // "What was it fed" says training data without any word for them.
    private static string ComponentOf(AspectReading reading)
    {
        const string Prefix = "component.";
        return reading.Labels.FirstOrDefault(label => label.StartsWith(Prefix, StringComparison.Ordinal)) is { } label
            ? label[Prefix.Length..]
            : Components.Weights;
    }

    // "What did Sam Altman promise": a word that is neither a name that is known nor of the language.
    private bool NamesPerson(QuestionParts parts) =>
        parts.Tokens.Any(token =>
            !_lexicon.StopWords.Contains(token.Text)
            && !CommonEnglishWords.Contains(token.Text)
            && !parts.Cues.Any(hit => parts.Tokens[hit.Start].Text == token.Text)
            && !token.IsNumber
        );

    // "What does gated mean on Hugging Face" asks of no maker. Of a long text the sentence that asks tells more than all of its words.
    private TopicMatch? TopicOf(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, ImmutableArray<EntityLink> topics)
    {
        links = links.RemoveAll(link => IsPhrase(tokens, link) || link.Start > 0 && tokens[link.Start - 1].Text == "on");
        var whole = _topics.Value.Find(tokens, links, topics);
        var best = tokens
            .GroupBy(token => token.Sentence)
            .Where(sentence =>
                sentence.Any(token => token.IsAsked) && sentence.Count() is >= MinSentence and var count && count < tokens.Length
            )
            .Select(sentence => _topics.Value.Find([.. sentence], links, topics))
            .Where(match => match is { Unseen: 0 } or { Unseen: 1, IsGeneral: true, Words: >= MinSharedOfSentence })
            .Append(whole)
            .MaxBy(match => match?.Score ?? 0);
        return best is null ? null : best with { General = whole?.General, Candidates = whole?.Candidates ?? [] };
    }

    // "Supporters of open AI" are not those of the company: two words of the language behind a preposition may be no name.
    private bool IsPhrase(ImmutableArray<Token> tokens, EntityLink link) =>
        link is { Start: > 0, Count: > 1 }
        && tokens[link.Start - 1].Text is "of" or "for" or "against" or "about" or "on"
        && Enumerable.Range(link.Start, link.Count).All(index => _lexicon.StopWords.Contains(tokens[index].Text));

    private bool IsClaim(ImmutableArray<Token> tokens, ImmutableArray<CueHit> cues, AspectReading reading) =>
        cues.Any(hit => hit.Cue.Group == "claims")
        || tokens.Length > 0
            && !_lexicon.Markers.ContainsKey(tokens[0].Text)
            && reading.Aspects is [Aspect.Openness]
            && tokens.Any(token => token.Text is "is" or "are")
            && !_lexicon.StopWords.Contains(tokens[0].Text)
            && !cues.Any(hit => hit.Cue.Group == "pronouns");
}
