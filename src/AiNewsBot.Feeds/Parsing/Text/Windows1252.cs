namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>The control characters between 0x80 and 0x9F, which no feed means: they are those of Windows, passed on by a program that took
/// them for Latin-1.</summary>
internal static class Windows1252
{
    private const string Characters = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    public static char Decode(char character) => character is >= '\u0080' and <= '\u009F' ? Characters[character - '\u0080'] : character;
}
