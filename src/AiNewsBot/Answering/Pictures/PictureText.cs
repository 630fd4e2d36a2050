using System.Text.Json;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Answering.Pictures;

/// <summary>Words short enough for pictures.</summary>
internal static class PictureText
{
    /// <summary>In the language of the one who asks; in English where the embedded font has no letters of it.</summary>
    public static ChatTexts Texts =>
        ChatTexts.Current is var texts && LegibleText.IsLegible(texts["picture.as_of"]) ? texts : ChatTexts.For("en-US");

    /// <summary>Whether a component can be had.</summary>
    public static string Format(Availability availability) => Texts[$"picture.{KeyOf($"{availability}")}"];

    /// <summary>How open, in one or two words.</summary>
    public static string Format(VerdictKind verdict) => Texts.Find($"picture.short_{KeyOf($"{verdict}")}") ?? FormatLong(verdict);

    /// <summary>How open.</summary>
    public static string FormatLong(VerdictKind verdict) =>
        Texts.Find($"picture.verdict_{KeyOf($"{verdict}")}") ?? Texts["picture.unknown"];

    /// <summary>How a component is called.</summary>
    public static string Label(string component) => Languages.WordingFor(Texts.Language).Label(component);

    /// <summary>A month in few letters.</summary>
    public static string Month(int month) => Texts["picture.months"].Split(' ')[month - 1];

    /// <summary>A word as a heading begins with it.</summary>
    public static string Heading(string key) => Texts[key] is var text ? char.ToUpperInvariant(text[0]) + text[1..] : "";

    private static string KeyOf(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
