using AiNewsBot.Facts.Text;

namespace AiNewsBot.Answering;

/// <summary>Questions as they are counted: those that differ in capitals, marks and spaces alone are one.</summary>
internal static class QuestionSpelling
{
    /// <summary>The words of a question; empty where it has none.</summary>
    public static string Normalize(string question) => string.Join(' ', Tokenizer.Split(question).Select(token => token.Text));
}
