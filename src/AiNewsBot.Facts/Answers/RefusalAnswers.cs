using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Answers;

/// <summary>Honest refusals: what is not known, and what is known nearby.</summary>
internal static class RefusalAnswers
{
    private const int MaxChoices = 5;
    private const int MaxNameWords = 3;

    // What a model is made of may be under another licence than the whole; an interface to it is not a part of it.
    private static readonly ImmutableArray<string> Pieces = ["autoencoder", "text encoder", "tokenizer"];

    /// <summary>A name that could mean several, or one that is not known; null when every name is plain.</summary>
    public static Answer? ForNames(AnswerContext context)
    {
        if (IsOfTopic(context.Question))
            return null;
        if (UnknownNames.Refuse(context) is { } unknown)
            return unknown;
        if (ForUnknownVersions(context) is { } several)
            return several;
        foreach (var link in context.Question.Links)
        {
            if (link.Version is { } version && !UnknownNames.IsTold(context.Question, link.Start))
                return ForUnknownVersion(context, link, version);
            if (link.IsAmbiguous)
            {
                var names = context.Wording.JoinOr([.. link.Candidates.Take(MaxChoices).Select(view => view.Name)]);
                return context.Refuse(
                    AnswerStatus.Ambiguous,
                    context.Wording["subject_ambiguous", ("typed", link.Typed), ("names", names)],
                    choices: link.Candidates.Take(MaxChoices)
                );
            }
        }

        return null;
    }

    // "Parakeet v2 and canary-1b": each is named, and what is near it.
    private static Answer? ForUnknownVersions(AnswerContext context)
    {
        var links = context
            .Question.Links.Where(link => link is { Version: not null, IsAmbiguous: false, Subject: not Licence })
            .DistinctBy(link => link.Subject)
            .Take(MaxChoices)
            .ToArray();
        if (links.Length < 2 || UnknownNames.Beside(context.Question).Any(other => other is not Licence))
            return null;
        SubjectView[] near = [.. links.Select(link => link.Subject)];
        return context.Refuse(
            AnswerStatus.UnknownSubject,
            context.Wording[
                "subject_unknown_near",
                ("name", context.Wording.Join([.. links.Select(link => Written(link, link.Version!))])),
                ("near", context.Wording.Join([.. near.Select(view => view.Name)]))
            ],
            choices: near
        );
    }

    // LAION-5B is no model, and is not one that is unknown either: a topic is called so.
    private static bool IsOfTopic(Question question) =>
        question is { Intent: Intent.Topic, Topic: { } topic }
        && question.Mentions.Where(mention => mention.IsUnknown).ToArray() is { Length: > 0 } unknown
        && unknown.All(mention =>
            topic.Subject.Aliases.Append(topic.Name).Any(name => Tokenizer.Key(name) == Tokenizer.Key(mention.Typed))
        );

    /// <summary>A part of a model on which there are no facts, such as its tokenizer; null when none is asked about.</summary>
    public static Answer? ForPart(AnswerContext context) =>
        context.Question
            is {
                OtherPart: { } part,
                Intent: null or Intent.Openness or Intent.Licence or Intent.CommercialUse or Intent.List,
                Links: [{ Subject: not Licence } link, ..]
            }
        && (context.Question.Intent != Intent.CommercialUse || Pieces.Contains(part))
            ? context.Refuse(
                AnswerStatus.NoFact,
                context.Wording["part_unknown", ("part", part), ("name", link.Subject.Name)],
                [link.Subject]
            )
            : null;

    /// <summary>A date that lies in the future or cannot be read; null when it can.</summary>
    public static Answer? ForDate(AnswerContext context) =>
        context.Question.Date switch
        {
            { Problem: DateProblem.Future } date => context.Refuse(AnswerStatus.NoFact, context.Wording["future", ("date", date.Typed)]),
            // "It leaked in March, is it open now" asks of today.
            { Problem: DateProblem.Unclear } when context.Question.Tokens.Any(token => token.Text is "now" or "today" or "currently") =>
                null,
            { Problem: DateProblem.Unclear } date => context.Refuse(
                AnswerStatus.Ambiguous,
                context.Wording["date_unclear", ("text", date.Typed)]
            ),
            _ => null,
        };

    /// <summary>No subject where one is needed: an unknown name, or a "that one".</summary>
    public static Answer ForNoSubject(AnswerContext context)
    {
        var question = context.Question;
        string[] names =
        [
            .. question
                .Mentions.Where(mention => mention is { IsUnknown: true, Role: MentionRole.Subject })
                .Select(mention => mention.Typed)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

        // Where no name is meant for certain, what is asked of no model may be asked of a matter.
        if (Array.TrueForAll(names, IsWord) && !question.UnknownWords.Any(IsNoWord) && question.FindLikelyTopic() is { } topic)
            return TopicAnswers.AsTopic(context, topic);
        if (
            names.Length == 0
            && !(question.IsPointing && question.UnknownWords.All(word => CommonEnglishWords.Contains(Tokenizer.Fold(word))))
        )
            names =
                AreApart(question) ? []
                : Listed(question) is { Length: > 1 } several ? several
                : [string.Join(' ', FirstName(question).Take(MaxNameWords))];
        return Array.TrueForAll(names, name => name.Length == 0)
            ? context.Refuse(AnswerStatus.Ambiguous, context.Wording["subject_pointing"])
            : GeneralRules.Add(context, ForUnknownName(context, context.Wording.Join(names)));
    }

    // The unknown words that lie together first: "the zorvoxel weights? The readme says …" names zorvoxel alone.
    private static IEnumerable<string> FirstName(Question question)
    {
        var words = question.UnknownWords;
        var end = 1;
        while (end < words.Length && AreTogether(question.Tokens, words[end - 1], words[end]))
            end++;
        return words.Take(end);
    }

    // "Pony, Illustrious and NOOB": unknown words that are set beside each other are names of their own.
    private static string[] Listed(Question question)
    {
        var tokens = question.Tokens;
        var names = new List<string>();
        for (
            var i = tokens.IndexOf(tokens.FirstOrDefault(token => IsUnknown(token)));
            i >= 0 && i < tokens.Length && IsUnknown(tokens[i]);

        )
        {
            names.Add(tokens[i].Raw);
            i +=
                i + 1 < tokens.Length && tokens[i + 1].Text is "and" or "or" ? 2
                : i + 1 < tokens.Length && tokens[i + 1].Joint == ',' ? 1
                : tokens.Length;
        }

        return [.. names.Take(MaxChoices)];

        bool IsUnknown(Token token) => question.UnknownWords.Contains(token.Raw);
    }

    private static bool AreTogether(ImmutableArray<Token> tokens, string word, string next)
    {
        for (var i = 1; i < tokens.Length; i++)
        {
            if (tokens[i - 1].Raw == word && tokens[i].Raw == next && tokens[i].Joint != ',')
                return true;
        }

        return false;
    }

    // Neither a word of the language nor one of it that is misspelt.
    private static bool IsNoWord(string word) =>
        Tokenizer.Fold(word) is var folded && !CommonEnglishWords.Contains(folded) && !CommonEnglishWords.HasNeighbour(folded);

    // A word in small letters, which may be one of the language as well as a name.
    private static bool IsWord(string name) => name.All(character => char.IsAsciiLetterLower(character) || character == ' ');

    // "How is non-commercial defined for internal research": words of the language here and there are no name.
    private static bool AreApart(Question question)
    {
        if (
            question.UnknownWords.Length < 2
            || !question.UnknownWords.All(word => CommonEnglishWords.Find(Tokenizer.Fold(word)) != WordClasses.None)
        )
            return false;
        for (var i = 1; i < question.Tokens.Length; i++)
        {
            if (question.UnknownWords.Contains(question.Tokens[i - 1].Raw) && question.UnknownWords.Contains(question.Tokens[i].Raw))
                return false;
        }

        return true;
    }

    /// <summary>An unknown name, or one that means something else here: a person called Claude.</summary>
    /// <param name="context">Of the question.</param>
    /// <param name="name">The name.</param>
    /// <param name="beside">One beside it that is known.</param>
    public static Answer ForUnknownName(AnswerContext context, string name, SubjectView? beside = null)
    {
        var folded = Tokenizer.Fold(name);
        var namesake = context.Facts.FindByName(folded);
        return namesake is null
            ? context.Refuse(
                AnswerStatus.UnknownSubject,
                beside is null
                    ? context.Wording["subject_unknown", ("name", name)]
                    : context.Wording["subject_unknown_near", ("name", name), ("near", beside.Name)],
                choices: beside is null ? null : [beside]
            )
            : context.Refuse(
                AnswerStatus.UnknownSubject,
                context.Wording["subject_namesake", ("name", namesake.Name)],
                choices: [namesake]
            );
    }

    /// <summary>Nothing that this bot knows of.</summary>
    public static Answer OutOfScope(AnswerContext context) =>
        context.Refuse(AnswerStatus.OutOfScope, context.Wording["out_of_scope"]) with
        {
            Intent = null,
        };

    private static Answer ForUnknownVersion(AnswerContext context, EntityLink link, string version)
    {
        // A release that is followed by a further number is as unknown as its family with that number.
        var known = context.Facts.FamilyOf(link.Subject) ?? link.Subject;
        ImmutableArray<Release> releases = [.. context.Facts.ReleasesOf(known).Take(MaxChoices)];
        if (UnknownNames.Beside(context.Question) is { IsEmpty: false } others && others.All(other => other is not Licence))
            return UnknownNames.ForOthers(context, Written(link, version), others);

        // Of a size that is not known by itself the model is known: "OPT-30B".
        if (link is { IsAmbiguous: false, IsTypo: false } && NameFeatures.IsSize(Tokenizer.Fold(version)) && !releases.IsEmpty)
            return UnknownNames.ForOthers(context, $"{link.Subject.Name} {version}", [link.Subject]);
        var isWritten =
            link.IsTypo || link.IsAmbiguous || link.Subject is Release && link.Typed.EndsWith(version, StringComparison.OrdinalIgnoreCase);
        var name = ("name", isWritten ? WithoutVersion(link.Typed, version) : link.Subject.Name);
        var lead = releases.IsEmpty
            ? context.Wording["version_unknown_none", name, ("version", version)]
            : context.Wording[
                "version_unknown",
                name,
                ("version", version),
                (
                    "newest",
                    link.IsAmbiguous ? context.Facts.ReleasesOf(known).First(link.Candidates.Contains).Name
                    : link.Subject is Release ? link.Subject.Name
                    : releases[0].Name
                )
            ];
        SubjectView[] near = link switch
        {
            { IsTypo: true } or { IsAmbiguous: true } => [],
            { Subject: Release } => [link.Subject],
            _ when context.Question.Mentions.Any(mention => mention.Start == link.Start && !mention.Held.IsEmpty) => [.. releases.Take(1)],
            _ => [],
        };
        return NearNames.Tell(context, lead, Written(link, version), near) is { } told
            ? told with
            {
                Choices = [.. releases],
            }
            : context.Refuse(AnswerStatus.UnknownSubject, lead, choices: releases);
    }

    private static string Written(EntityLink link, string version) =>
        link.Typed.EndsWith(version, StringComparison.OrdinalIgnoreCase) ? link.Typed : $"{link.Subject.Name} {version}";

    // SmolVLM2 is no SmolLM2 with a slip in it: what was written is named, not what it is near to.
    private static string WithoutVersion(string typed, string version) =>
        typed.EndsWith(version, StringComparison.OrdinalIgnoreCase) ? typed[..^version.Length].TrimEnd() : typed;

    /// <summary>A text that is no question at all: empty, or far too long.</summary>
    public static string? ForText(AnswerContext context, int limit) =>
        context.Question.Text.Length > limit
            ? context.Wording[
                "too_long",
                ("length", context.Question.Text.Length.ToString(CultureInfo.InvariantCulture)),
                ("limit", limit.ToString(CultureInfo.InvariantCulture))
            ]
        : context.Question.Tokens.IsEmpty ? context.Wording["empty"]
        : null;
}
