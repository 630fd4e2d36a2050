using System.Collections.Immutable;
using AiNewsBot.Facts.Learning;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Questions.Topics;

namespace AiNewsBot.Facts.Questions.Aspects;

/// <summary>
/// Says what is asked: the classifier tells from the words how likely each reading is, and the structure of the question which of them can
/// be meant, such as a comparison only where there are two to compare.
/// </summary>
internal sealed partial class AspectReader(AspectClassifier classifier)
{
    // Held-out rows above this are read wrong in about 1 of 100; below, a known name is
    // told about as a whole, and without one nothing is guessed.
    private const float Sure = 0.5f;

    // How sure it must be that a question with a known name is out of scope: the name is then a namesake.
    private const float SurelyNot = 0.8f;

    // How much of question and nearest way of asking must be the same words for the topic to be asked in any case, and how well
    // a topic must fit where one is likely.
    private const double Same = 0.93;
    private const double Fitting = 0.4;
    private const double FittingNames = 0.55;
    private const double Near = 0.25;
    private const float Certain = 0.95f;
    private const int MinSharedOfTerm = 5;
    private const int MinUnseen = 2;
    private const int MinUnseenOfTerm = 3;
    private const float Even = 0.5f;
    private const float Together = 0.7f;
    private const float Possible = 0.04f;
    private const float Shown = 0.2f;
    private const int MaxLikeliest = 3;

    private static readonly int AspectCount = Enum.GetValues<Aspect>().Length;

    private readonly ImmutableArray<Aspect?> _aspects = [.. classifier.Labels.Select(label => AspectText.Parse(label))];
    private readonly ImmutableArray<string> _bases = [.. classifier.Labels.Select(AspectChoice.Base)];

    /// <summary>The confidence from which on a reading is as good as certain; below, other readings are offered beside it.</summary>
    public double Threshold => classifier.Calibration.Threshold;

    /// <summary>How likely each reading is by the words alone.</summary>
    public AspectScores Score(ImmutableArray<MaskedWord> masked, ImmutableArray<string> marks) =>
        classifier.Score(masked.AsSpan(), marks.AsSpan());

    /// <summary>Whether by the words alone an aspect is likelier than all others together.</summary>
    public bool IsLikely(AspectScores scores, Aspect aspect) => Mass(scores, aspect.ToSlug()) > Even;

    /// <summary>What is asked.</summary>
    /// <param name="parts">The parts of the question.</param>
    /// <param name="mentions">Its names, unknown ones too.</param>
    /// <param name="masked">Its words with the names masked.</param>
    /// <param name="scores">How likely each reading is by the words.</param>
    /// <param name="findTopic">Finds the topic that fits best.</param>
    /// <param name="taughtLabel">What the nearest phrasing that was taught asks.</param>
    public AspectReading Read(
        QuestionParts parts,
        ImmutableArray<Mention> mentions,
        ImmutableArray<MaskedWord> masked,
        AspectScores scores,
        Func<TopicMatch?> findTopic,
        string? taughtLabel = null
    )
    {
        var labels = classifier.Labels;
        var likeliest = Likeliest(scores);
        if (parts.Cues.FirstOrDefault(hit => hit.Cue is { Group: "cues", Language: "" }) is { Cue: { } taught })
            return new AspectReading([TaughtLabel(taught.Value)], 1, null, masked, likeliest);
        if (taughtLabel is "topic" or "definition")
            return new AspectReading([taughtLabel], 1, findTopic()?.Topic, masked, likeliest);
        if (taughtLabel is not null)
            return new AspectReading([taughtLabel], 1, null, masked, likeliest);
        var topic = Mass(scores, "topic") + Mass(scores, "definition") >= Possible || !parts.NamesModels ? findTopic() : null;
        if (
            topic is { Likeness: >= Same } same
            && (!parts.NamesModels && !parts.IsPointing || same is { IsGeneral: false, Words: >= TopicMatch.MinShared })
            && Mass(scores, "release_date") < Sure
            && Mass(scores, "list") < SurelyNot
        )
            return new AspectReading([LabelOf(same.Topic)], same.Likeness, same.Topic, masked, likeliest);
        var (asked, likelihood) = AspectChoice.Choose(labels, scores, index => Fits(labels[index]), IsJoined(masked));
        var confidence = asked.IsEmpty ? 0 : classifier.Calibration.Apply(asked[0], likelihood);
        ImmutableArray<string> chosen = [.. asked.Select(index => labels[index])];

        // A question on a matter in general is answered by the nearest topic, and where none is near it is not known: a list of models
        // would be about something else. One that names a model is read as what is likeliest besides.
        if (
            !chosen.IsEmpty
            && chosen[0] is not ("topic" or "definition")
            && !parts.NamesModels
            && (
                Mass(scores, "topic") + Mass(scores, "definition") >= Certain
                || AspectChoice.Base(chosen[0]) == "list" && Mass(scores, "list") < Shown
            )
        )
            return NearMatter() is { } near
                ? new AspectReading(["topic"], confidence, near, masked, likeliest)
                : new AspectReading(HasName() ? ["topic"] : [], confidence, null, masked, likeliest);
        if (
            topic is not null
            && !parts.NamesModels
            && (
                topic is { IsNamed: true, Score: >= Fitting, Unseen: < MinUnseen }
                    && (chosen.IsEmpty || chosen[0] is "out_of_scope" or "overview")
                || topic.IsNamed && IsMatter(topic, chosen)
            )
        )
            chosen = [LabelOf(topic.Topic)];
        if (chosen.IsEmpty || chosen is ["out_of_scope"] || chosen is ["overview.other"] && !HasName())
            return new AspectReading([], confidence, null, masked, likeliest);

        // By the words it asks for a matter or term, and several of them are those of one: that is it, however long the question.
        if (chosen[0] is "topic" or "definition" && IsFound())
            return new AspectReading([LabelOf(topic!.Topic)], confidence, topic.Topic, masked, likeliest);

        // A term is no matter and a matter no term: what is found for the other is about something else. A matter may be asked for as if it
        // were a term.
        if (chosen[0] is "definition" && !topic!.IsNamed && parts.Licence is not null)
            return new AspectReading(["licence"], confidence, null, masked, likeliest);
        if (chosen[0] is "definition" && !topic!.IsNamed && LabelOf(topic.Topic) == "topic")
            return new AspectReading(["definition"], confidence, null, masked, likeliest);
        if (chosen[0] is "topic" && topic!.Unseen >= MinUnseen && LabelOf(topic.Topic) == "definition")
            return new AspectReading([], confidence, null, masked, likeliest);
        if (chosen[0] is "definition" && topic!.Unseen >= MinUnseenOfTerm && topic.Likeness < Fitting)
            return new AspectReading([], confidence, null, masked, likeliest);
        if (chosen[0] is "topic" or "definition")
            return new AspectReading([LabelOf(topic!.Topic)], confidence, topic.Topic, masked, likeliest);

        // "Will the dataset be open sourced" asks for the data, and "open source it, the training code too" for both.
        if (chosen is ["openness"] or ["openness", "component"] && parts.Longest("components") is not (null or Components.Weights))
            chosen =
                Mass(scores, "component") >= Mass(scores, "openness") / 3 ? ["component"]
                : likelihood < SurelyNot ? ["openness", "component"]
                : chosen;

        // A component that no word names is asked for only where the words around are surely those of it.
        var isGuessed = AspectChoice.Base(chosen[0]) == "component" && parts.Longest("components") is null;
        if (
            likelihood < (isGuessed ? Together : Sure)
            && parts.NamesModels
            && chosen[0] is not "compare"
            && !(parts.Models.Length + parts.Makers.Length > 1 && IsOfOne(chosen[0]))
        )
            chosen = Pair(scores, index => Fits(labels[index])) is { IsEmpty: false } pair ? pair : ["overview"];

        // "Code is Apache, weights need a form for commercial use, why" says what is under which terms, and asks for no component.
        if (chosen.Contains("component") && parts.NamesModels && parts.SpeaksOfTerms)
            chosen = ["licence"];
        if (parts.AsksForLicence && chosen[0] is "openness" or "licence" or "overview" or "restrictions" or "commercial_use")
            return new AspectReading(["topic"], confidence, NearMatter(), masked, likeliest);
        if (!parts.NamesModels && parts.Licence is not null && chosen.All(label => label is "openness" or "licence"))
            chosen = ["licence"];

        // "Was Gemma Apache before Gemma 4" asks what held on a day, and for no history.
        if (chosen is ["history" or "history.licence"] && parts is { NamesModels: true, Licence: not null, AsksState: true })
            chosen = ["licence"];
        if (
            parts.Models.Length + parts.Makers.Length > 1
            && chosen[0] is "openness" or "overview"
            && (parts.SetsSideBySide || Mass(scores, "compare") >= Shown)
        )
            chosen = chosen.SetItem(0, "compare");
        return new AspectReading(InOrder(chosen, masked), confidence, null, masked, likeliest);

        // The matter that a text is near to; null without any.
        SubjectView? NearMatter() =>
            topic is { Score: >= Near, Words: >= TopicMatch.MinShared } match && LabelOf(match.Topic) == "topic" ? match.Topic : null;

        // Asked of no model, it is asked of the matter that is named: "was LAION-5B ever taken down".
        bool IsMatter(TopicMatch match, ImmutableArray<string> read) =>
            !read.IsEmpty && IsOfOne(read[0]) && !HasName() && LabelOf(match.Topic) == "topic";

        // "Which models are from American companies" may be a list, and is narrowed as one.
        bool IsNarrowed() => topic is { IsNamed: false } && parts.Has("countries") && Mass(scores, "list") >= Shown;

        // "When was Zorvoxel-2 released" asks of a model that is not known, however well its words fit a matter.
        bool IsOfUnknown() =>
            (topic is not { IsNamed: true } || parts.Licence is not null && !parts.AsksMeaning)
            && mentions.Any(mention => mention is { IsUnknown: true, Role: MentionRole.Subject } && mention.Typed.Any(char.IsAsciiDigit));

        // Of a model that is named a matter is asked for where that is surely meant: "who owns Stable Diffusion" is not on a suit.
        bool IsOfModel() =>
            parts.NamesModels && topic is not { IsNamed: true } && Mass(scores, "topic") + Mass(scores, "definition") < SureBesideModel();

        float SureBesideModel() => topic is { IsGeneral: true } ? Certain : Together;

        bool IsFound() =>
            topic is { IsFound: true }
            && (LabelOf(topic.Topic) == "topic" || topic is { IsNamed: true, Words: >= MinSharedOfTerm })
            && Mass(scores, "topic") + Mass(scores, "definition")
                > (
                    topic.IsNamed ? Even
                    : parts.NamesModels ? SureBesideModel()
                    : parts.Licence is not null ? Certain
                    : Even
                );

        bool NamesAny() => parts.NamesModels || mentions.Any(mention => mention.IsUnknown);

        bool HasName() => NamesAny() || parts.Licence is not null;

        bool Fits(string label) =>
            AspectChoice.Base(label) switch
            {
                "topic" or "definition" when IsNarrowed() || IsOfUnknown() || IsOfModel() => false,
                "topic" or "definition" when IsFound() => true,
                "compare" => Named() >= 2,
                "list" when parts.AsksForLicence => false,
                "territory" when parts.SpeaksOfSelling && !parts.NamesPlace => false,
                "list" => parts.Models.All(link =>
                    link.Subject.Subject.Kind == SubjectKind.Family || link.Subject is Release && Mass(scores, "list") > Even
                )
                    && parts.Models.Length + parts.Makers.Length < 2,
                "definition" when parts.NamesModels && Mass(scores, "definition") < Certain => false,
                "definition"
                    when topic is not null
                        && !parts.NamesModels
                        && Mass(scores, "definition") >= Certain
                        && topic.Score >= Near
                        && LabelOf(topic.Topic) == "definition" => true,
                "topic" or "definition" => topic is not null
                    && (
                        topic.IsNamed && LabelOf(topic.Topic) == AspectChoice.Base(label)
                        || topic.Score >= (NamesAny() && Mass(scores, "topic") < Certain ? FittingNames : Fitting)
                    ),
                "overview" => HasName() || parts.IsPointing,
                "out_of_scope" => !HasName()
                    || Mass(scores, "out_of_scope")
                        >= (parts.Models.Any(link => link is { Subject: Release, Version: null }) ? Certain : SurelyNot),
                _ => true,
            };

        // "Is it Apache or MIT" sets nothing beside the model.
        int Named() =>
            parts.Links.Where(link => !parts.NamesModels || link.Subject is not Licence).Select(link => link.Subject).Distinct().Count()
            + mentions.Count(mention => mention.IsUnknown);
    }
}
