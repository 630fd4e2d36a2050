using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Reading;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>
/// Our own question set, about models of the whole dataset and in the ways in which people write. What is expected follows from the facts,
/// and from what a person would expect who asked so.
/// </summary>
public sealed class AskedQuestionTests
{
    private static readonly Answerer Answerer = new(FactBase.Of(DatasetReader.ReadEmbedded().Subjects));
    private static readonly Dictionary<string, AskedQuestion> Rows = AskedQuestion.ReadAll().ToDictionary(row => row.Text);

    public static TheoryData<string> Questions => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_question_is_answered_as_the_one_who_asked_expects(string question)
    {
        var answer = Answerer.Ask(question, Build.Today);

        Assert.True(Rows[question].FaultOf(answer) is not { } fault, $"{Rows[question].FaultOf(answer)}\n{answer.Text}");
    }

    [Fact]
    public void The_language_of_a_question_is_recognised()
    {
        var reader = new QuestionReader(Answerer.Facts, Languages.Lexicon);

        var mistaken = Rows.Values.Where(row => reader.Read(row.Text, Build.Today).Language != row.Language).Select(row => row.Text).ToArray();

        Assert.Empty(mistaken);
    }
}
