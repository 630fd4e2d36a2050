using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>
/// Our own question set, about models of the whole dataset and in the ways in which people write. What is expected follows from the facts,
/// and from what a person would expect who asked so.
/// </summary>
public sealed class AskedQuestionTests
{
    private static readonly Answerer Answerer = ShippedFacts.Answerer;
    private static readonly Dictionary<string, AskedQuestion> Rows = AskedQuestion.ReadAll().ToDictionary(row => row.Text);

    public static TheoryData<string> Questions => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Questions))]
    public void Labelled_question_is_answered_as_expected(string question)
    {
        var answer = Answerer.Ask(question, FactBuilder.Today);

        Assert.True(Rows[question].GetError(answer) is not { } fault, $"{Rows[question].GetError(answer)}\n{answer.Text}");
    }

    [Fact]
    public void Language_of_a_question_is_recognised()
    {
        var reader = new QuestionReader(Answerer.Facts, Languages.Lexicon);

        var mistaken = Rows
            .Values.Where(row => reader.Read(row.Text, FactBuilder.Today).Language != row.Language)
            .Select(row => row.Text)
            .ToArray();

        Assert.Empty(mistaken);
    }
}
