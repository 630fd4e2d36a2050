using System.Collections.Immutable;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Lists;

/// <summary>Reads the class of the Model Openness Framework that a list is narrowed by, and writes it.</summary>
public static class OpennessClassReader
{
    private const int Lowest = 3;

    /// <summary>The class, from 1, the highest, to 3; the lowest where any is asked for; null where none is.</summary>
    internal static int? Read(ImmutableArray<Token> tokens)
    {
        if (
            !tokens.Any(token => token.Text is "mof") && !tokens.Any(token => token.Text is "openness")
            || !tokens.Any(token => token.Text is "class" or "classes" or "mof")
        )
            return null;
        for (var i = 1; i < tokens.Length; i++)
        {
            if (
                tokens[i - 1].Text == "class"
                && tokens[i].Text switch
                {
                    "1" or "i" => 1,
                    "2" or "ii" => 2,
                    "3" or "iii" => 3,
                    _ => 0,
                }
                    is var read
                        and > 0
            )
                return read;
        }

        return Lowest;
    }

    /// <summary>The class in words.</summary>
    public static string Describe(int opennessClass) => $"class {new string('I', opennessClass)} of the Model Openness Framework";
}
