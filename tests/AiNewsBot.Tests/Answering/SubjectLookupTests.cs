using AiNewsBot.Answering;
using AiNewsBot.Facts.Answers;

namespace AiNewsBot.Tests.Answering;

/// <summary>What an option names is looked up as a name, not asked as a question.</summary>
public sealed class SubjectLookupTests
{
    private static readonly DateOnly Today = new(2026, 11, 29);
    private static readonly Snapshot Shown = Snapshot.Create(
        ShippedFacts.Base,
        1,
        new DateTimeOffset(2026, 11, 29, 0, 0, 0, TimeSpan.Zero)
    );

    [Theory]
    [InlineData("grok-1", "grok-1")]
    [InlineData(" Grok 1 ", "grok-1")]
    [InlineData("grokk", "grok")]
    [InlineData("xAI", "xai")]
    [InlineData("Gemini Pro", "gemini")]
    public void Name_is_that_of_its_subject(string name, string id)
    {
        var (subject, refusal) = SubjectLookup.Find(Shown, name, Today);

        Assert.Equal(id, subject?.Id);
        Assert.Null(refusal);
    }

    [Theory]
    [InlineData("mistral large", AnswerStatus.Ambiguous, "which one do you mean")]
    [InlineData("zorblax", AnswerStatus.UnknownSubject, "I don't know zorblax.")]
    [InlineData(" acme ", AnswerStatus.UnknownSubject, "I don't know acme.")]
    public void Name_of_several_or_of_none_is_refused_with_why(string name, object status, string lead)
    {
        var (subject, refusal) = SubjectLookup.Find(Shown, name, Today);

        Assert.Null(subject);
        Assert.Equal(status, refusal?.Status);
        Assert.Contains(lead, refusal?.Text, StringComparison.OrdinalIgnoreCase);
    }
}
