namespace AiNewsBot.Facts.Text;

/// <summary>A word of a question.</summary>
/// <param name="Text">Lower case, without accents or possessive.</param>
/// <param name="Raw">As it was written.</param>
/// <param name="Sentence">Index of its sentence.</param>
public readonly record struct Token(string Text, string Raw, int Sentence)
{
    /// <summary>Index of its clause: the text between commas, colons, quotes and the ends of sentences.</summary>
    public int Clause { get; init; }

    /// <summary>Whether its sentence ends in a question mark.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Number of the brackets in the text that it is within, from 1 on; 0 outside of brackets.</summary>
    public int Bracket { get; init; }

    /// <summary>What parts it from the word before: the character itself where there is no
    /// space, a comma for any mark beside a space, else a space.</summary>
    public char Joint { get; init; } = ' ';

    /// <summary>Whether a percent sign follows: 99%.</summary>
    public bool IsPercentage { get; init; }

    /// <summary>Whether it is written with a possessive: OpenAI's.</summary>
    public bool IsPossessive => Raw is [.., '\'' or '’', 's' or 'S'];

    /// <summary>Whether it makes one word with the one before: gpt-neo, open_clip, FLUX.1.</summary>
    public bool IsAttached => Joint is '-' or '_' or '.' or '+';

    /// <summary>Whether it is a number, with dots and a v in front where it has them: 3, 3.1, v2.</summary>
    public bool IsNumber
    {
        get
        {
            var digits = Text.AsSpan(Text is ['v', _, ..] ? 1 : 0);
            foreach (var character in digits)
            {
                if (!char.IsAsciiDigit(character) && character != '.')
                    return false;
            }

            return !digits.IsEmpty;
        }
    }

    /// <summary>Whether it is a date with dots: 20.03.2024.</summary>
    public bool IsDottedDate => Text.Length is >= 8 and <= 10 && Text[^5] == '.' && IsNumber && Text.AsSpan().Count('.') == 2;

    /// <summary>Whether it is a year of this and the last century.</summary>
    public bool IsYear => Text is ['1', '9', >= '0' and <= '9', >= '0' and <= '9'] or ['2', '0', >= '0' and <= '9', >= '0' and <= '9'];
}
