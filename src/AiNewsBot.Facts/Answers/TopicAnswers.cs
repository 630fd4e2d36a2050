namespace AiNewsBot.Facts.Answers;

/// <summary>What is known of a matter, and what a term means.</summary>
internal static class TopicAnswers
{
    public static Answer Of(AnswerContext context, SubjectView topic)
    {
        var says = topic.All(Properties.Says);
        return context.Answer([topic], says[0].Value, says) with
        {
            Notes = [.. says.Skip(1).Select(statement => statement.Value)],
        };
    }
}
