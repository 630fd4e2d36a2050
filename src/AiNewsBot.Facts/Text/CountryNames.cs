using System.Globalization;

namespace AiNewsBot.Facts.Text;

/// <summary>Names of countries by their ISO 3166 codes.</summary>
public static class CountryNames
{
    /// <summary>The English name; the code itself where the machine's tables lack it.</summary>
    public static string InEnglish(string code)
    {
        try
        {
            return new RegionInfo(code).EnglishName;
        }
        catch (ArgumentException)
        {
            return code;
        }
    }
}
