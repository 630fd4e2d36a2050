using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

/// <summary>The licence of data: their own, or none that was read; never the model's.</summary>
internal static class DataAnswers
{
    /// <summary>The answer where no licence of the data was read: whether they are
    /// public, and that the model's licence is not theirs.</summary>
    public static Answer Unlicensed(AnswerContext context, SubjectView subject, string component)
    {
        var availability = ComponentAnswers.Create(context, subject, component);
        return availability.Status == AnswerStatus.Answered
            ? availability with
            {
                Notes = [.. availability.Notes.Append(Sentence(context, component)).Distinct()],
            }
            : availability;
    }

    /// <summary>What to add to an answer on data that are public.</summary>
    public static IEnumerable<string> Notes(
        AnswerContext context,
        string component,
        Availability availability,
        EffectiveStatement licence
    ) => Components.IsData(component) && availability.IsPublished() && licence.Value is null ? [Sentence(context, component)] : [];

    private static string Sentence(AnswerContext context, string component) =>
        context.Wording["data_unlicensed", ("component", Components.Label(component))];
}
