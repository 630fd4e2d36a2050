using System.Collections.Immutable;
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
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions;

/// <summary>A question as it was understood.</summary>
public sealed record Question
{
    // How well a topic must fit, how many words of the question it must share, and how many words there must be, to be told where
    // nothing else could be.
    private const double LikelyScore = 0.3;
    private const int LikelyWords = 3;
    private const int LikelyLength = 6;

    /// <summary>As it was asked.</summary>
    public required string Text { get; init; }

    /// <summary>Its words.</summary>
    public required ImmutableArray<Token> Tokens { get; init; }

    /// <summary>The models, makers and licences that it names, those left out that it says it does not mean.</summary>
    public required ImmutableArray<EntityLink> Links { get; init; }

    /// <summary>What it asks for; null when that cannot be told.</summary>
    public Intent? Intent { get; init; }

    /// <summary>All that it asks for, in the order asked; empty when it is out of scope.</summary>
    public ImmutableArray<Aspect> Aspects { get; init; } = [];

    /// <summary>The things that it asks one after another, each as a question of its own; empty where it asks one.</summary>
    public ImmutableArray<Question> Parts { get; init; } = [];

    /// <summary>All that was written, where it was read by the last sentence alone: what holds for its case is told before.</summary>
    internal Question? Whole { get; init; }

    /// <summary>How sure the reading is, from 0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Whether other readings are likely enough to be offered beside the one that is answered.</summary>
    public bool IsUnsure { get; init; }

    /// <summary>The likeliest readings with their likelihoods, whether they were taken or not.</summary>
    public ImmutableArray<(Aspect Aspect, double Likelihood)> Likeliest { get; init; } = [];

    /// <summary>How likely it is that this is asked for, from 0 to 1; 0 for what is not among the likeliest readings.</summary>
    internal double Likelihood(Aspect aspect)
    {
        foreach (var reading in Likeliest)
        {
            if (reading.Aspect == aspect)
                return reading.Likelihood;
        }

        return 0;
    }

    /// <summary>Its words with the names, numbers and dates masked by their kinds.</summary>
    public ImmutableArray<MaskedWord> Masked { get; init; } = [];

    /// <summary>The change over time that a list asks for; null where it is of what is.</summary>
    public OpennessTrend? Trend { get; init; }

    /// <summary>All names in it, known or not, in order.</summary>
    public ImmutableArray<Mention> Mentions { get; init; } = [];

    /// <summary>The licences that it names, in what is told before it asks as well.</summary>
    public ImmutableArray<Licence> Licences { get; init; } = [];

    /// <summary>What it puts forward as so, clause by clause; empty where it only asks.</summary>
    public ImmutableArray<Proposition> Propositions
    {
        get => field.IsDefault ? field = ReadPropositions?.Invoke() ?? [] : field;
        init;
    }

    /// <summary>Reads what it puts forward once that is wanted: refusals and lists do not want it.</summary>
    internal Func<ImmutableArray<Proposition>>? ReadPropositions { get; init; }

    /// <summary>The topic that fits it best where it may well ask for one, by another reading than that which was taken; null without any.
    /// </summary>
    internal SubjectView? FindLikelyTopic() =>
        !IsPointing && Tokens.Length >= LikelyLength && NearestTopic is { Score: >= LikelyScore, Words: >= LikelyWords } match
            ? match.Topic
            : null;

    /// <summary>The topic on no model in particular of which a text shares so much with one way of asking that it holds for what is asked;
    /// null without any.</summary>
    internal SubjectView? FindSharedTopic() =>
        NearestTopic switch
        {
            { IsGeneral: true, IsShared: true } match => match.Topic,
            { General: { IsShared: true } general } => general.Topic,
            _ => null,
        };

    /// <summary>The topic that fits it best; null where none does.</summary>
    internal TopicMatch? NearestTopic => field ??= ReadTopic?.Invoke();

    /// <summary>Finds that topic once it is wanted.</summary>
    internal Func<TopicMatch?>? ReadTopic { get; init; }

    /// <summary>Whether a word of a group of <see cref="PropositionWords"/> stands in it, such as derived.</summary>
    internal bool Has(string group) => PropositionWords.Shipped.Has(group, Tokens, 0, Tokens.Length);

    /// <summary>The phrases in it by which something is put forward, names among them.</summary>
    internal List<PhraseHit> Phrases => field ??= PropositionWords.Shipped.Find(Tokens, static _ => false);

    /// <summary>Whether it is on what a model makes and not on the model.</summary>
    internal bool AreOutputsMeant => OutputsMeant ??= OutputsAsked.Is(this);

    private bool? OutputsMeant { get; set; }

    /// <summary>The components that it names, in order, where it names several.</summary>
    public ImmutableArray<string> Components { get; init; } = [];

    /// <summary>The component that it asks about.</summary>
    public string? Component { get; init; }

    /// <summary>The topic that it asks about.</summary>
    public SubjectView? Topic { get; init; }

    /// <summary>The date in it.</summary>
    public DatePhrase? Date { get; init; }

    /// <summary>What narrows a list.</summary>
    public ListFilter Filter { get; init; } = new();

    /// <summary>The parts of the world that it names, as codes of countries, EU for the European Union.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>Language of the question, as a code such as en.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Whether it claims something rather than asks.</summary>
    public bool IsClaim { get; init; }

    /// <summary>Whether it asks something of a model that is in no facts, such as how fast it is.</summary>
    public bool AsksOther { get; init; }

    /// <summary>Whether it asks about a promise.</summary>
    public bool AsksPromise { get; init; }

    /// <summary>Whether it asks about promises that are not kept yet, or that are.</summary>
    public bool? AsksKept { get; init; }

    /// <summary>Whether it asks what happened.</summary>
    public bool AsksHistory { get; init; }

    /// <summary>Whether it asks about the licence over time.</summary>
    public bool AsksLicenceHistory { get; init; }

    /// <summary>Whether it asks about commercial use, among other things.</summary>
    public bool AsksCommercialUse { get; init; }

    /// <summary>Whether it asks what binds that which is built on a model.</summary>
    public bool AsksDerivatives { get; init; }

    /// <summary>Whether it asks when something was opened rather than when it came out.</summary>
    public bool AsksOpening { get; init; }

    /// <summary>A part of a model on which there are no facts; null when none is asked about.</summary>
    public string? OtherPart { get; init; }

    /// <summary>The words for a modality, where it is asked whether a model is of that.</summary>
    internal CueHit? AskedKind { get; init; }

    /// <summary>Whether a list is asked for as things stood on the date, rather than of what came out then.</summary>
    public bool AsksState { get; init; }

    /// <summary>The maker that a list is asked for, where the name is unknown.</summary>
    public string? UnknownMaker { get; init; }

    /// <summary>Words that name nothing known, where a name was expected.</summary>
    public ImmutableArray<string> UnknownWords { get; init; } = [];

    /// <summary>Whether words stand in it that are neither names that are known, nor cues, nor fillers: a person, for instance.</summary>
    public bool NamesSomebody { get; init; }

    /// <summary>Whether it points at something said before.</summary>
    public bool IsPointing { get; init; }
}
