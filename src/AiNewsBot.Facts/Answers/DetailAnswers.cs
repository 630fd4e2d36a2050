using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Cues;

namespace AiNewsBot.Facts.Answers;

/// <summary>How large a model is, and whether it is one for text, code, images, sound or several of them.</summary>
internal static class DetailAnswers
{
    private const string Multimodal = "multimodal";

    /// <summary>The detail that the question asks for; null where it asks for none, or the facts do not say.</summary>
    public static Answer? Create(AnswerContext context)
    {
        var question = context.Question;
        if (
            !question.Components.IsEmpty
            || question.Links is not [{ IsAmbiguous: false, Subject: not Licence } link, ..]
            || link.Subject.Subject.Kind == SubjectKind.Software
        )
            return null;
        if (question.AskedKind is { } asked && link.Version is null or Multimodal)
            return ForModality(context, link, asked);
        return link.Version is not null ? null
            : question.OtherPart == DetailReader.Size ? ForSize(context, link.Subject)
            : question.OtherPart == DetailReader.Modality ? ForModality(context, link, null)
            : null;
    }

    /// <summary>The number of its parameters; null where the facts do not say.</summary>
    public static Answer? ForSize(AnswerContext context, SubjectView subject)
    {
        var sized = context.Facts.ReleasesOf(subject).Where(release => !release.Sizes.IsEmpty).ToArray();
        if (sized.Length == 0)
            return null;
        var facts = sized.SelectMany(release => Behind(release));
        return sized is [var only]
            ? context.Answer(
                [subject],
                context.Wording["size_is", ("name", only.Name), ("size", context.Wording.JoinOr(only.Sizes))],
                facts
            )
            : context.Answer([subject], context.Wording["size_group", ("name", subject.Name)], facts) with
            {
                Rows = [.. sized.Select(release => new AnswerRow(release.Name, string.Join(", ", release.Sizes)))],
            };
    }

    private static Answer? ForModality(AnswerContext context, EntityLink link, CueHit? asked)
    {
        Release[] releases = [.. context.Facts.ReleasesOf(link.Subject)];
        Release[] variants =
        [
            .. releases.SelectMany(release => context.Facts.VariantsOf(release)).Where(one => one.Modality != one.Whole!.Modality),
        ];
        if (releases.Length == 0)
            return null;
        var kinds = releases.Concat(variants).GroupBy(release => release.Modality).ToArray();
        var facts = releases.SelectMany(release => Behind(release));
        if (kinds is not [var only])
            return context.Answer([link.Subject], context.Wording["modality_group", ("name", link.Subject.Name)], facts) with
            {
                Rows = [.. kinds.Select(kind => new AnswerRow(context.Names([.. kind]), Word(context, kind.Key)))],
            };
        return context.Answer(
            [link.Subject],
            context.Wording[
                Holds(context, asked, only.Key) switch
                {
                    true => "modality_yes",
                    false => "modality_no",
                    null => "modality_is",
                },
                ("name", link.Subject.Name),
                ("kind", Word(context, only.Key))
            ],
            facts
        );
    }

    // Which of several a multimodal model reads, the data do not say; a model for images may see them or make them.
    private static bool? Holds(AnswerContext context, CueHit? asked, string modality) =>
        asked is not { } hit ? null
        : hit.Cue.Value == modality && (modality != Multimodal || context.Question.Tokens[hit.Start].Text == Multimodal) ? true
        : modality == Multimodal || hit.Cue.Value == Multimodal && modality is "image" or "video" ? null
        : false;

    private static string Word(AnswerContext context, string modality) => context.Wording["modality_" + modality];

    private static ImmutableArray<Statement> Behind(Release release) => [.. release.All(Properties.Announced).Take(1)];
}
