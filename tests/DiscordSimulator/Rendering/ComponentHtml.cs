using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using DiscordSimulator.Rest;

namespace DiscordSimulator.Rendering;

/// <summary>Components as HTML, by the numbers of the protocol's types.</summary>
/// <param name="files">The files that came with the message, which pictures name.</param>
internal sealed class ComponentHtml(IReadOnlyList<SentFile> files)
{
    public string Render(JsonElement components)
    {
        var html = new StringBuilder();
        foreach (var component in components.EnumerateArray())
            html.Append(RenderOne(component));
        return html.ToString();
    }

    private string RenderOne(JsonElement component) =>
        component.GetProperty("type").GetInt32() switch
        {
            1 => $"<div class=\"row\">{Render(component.GetProperty("components"))}</div>",
            2 => Button(component),
            3 or 5 or 6 or 7 or 8 => $"<div class=\"select\">{Text(component, "placeholder", "Choose")}<span>⌄</span></div>",
            4 => Input(component),
            9 => $"<div class=\"section\"><div>{Render(component.GetProperty("components"))}</div>"
                + $"{RenderOne(component.GetProperty("accessory"))}</div>",
            10 => $"<div class=\"text\">{MarkdownHtml.Render(component.GetProperty("content").GetString()!)}</div>",
            11 => Picture(component, "thumbnail"),
            12 => string.Concat(component.GetProperty("items").EnumerateArray().Select(item => Picture(item, "picture"))),
            13 => $"<div class=\"file\">{WebUtility.HtmlEncode(NameOf(component.GetProperty("file")))}</div>",
            14 => component.TryGetProperty("divider", out var divider) && !divider.GetBoolean() ? "<div class=\"gap\"></div>" : "<hr>",
            17 => Container(component),
            18 => $"<label>{Text(component, "label", "")}<em>{Text(component, "description", "")}</em>"
                + $"{RenderOne(component.GetProperty("component"))}</label>",
            21 => string.Concat(component.GetProperty("options").EnumerateArray().Select(Radio)),
            var other => throw new NotSupportedException($"A component of type {other} has no drawing yet."),
        };

    private static string Radio(JsonElement option)
    {
        var isChosen = option.TryGetProperty("default", out var value) && value.GetBoolean();
        return $"<div class=\"text\">{(isChosen ? "◉" : "○")} {Text(option, "label", "")}</div>";
    }

    private string Container(JsonElement container)
    {
        var edge = container.TryGetProperty("accent_color", out var colour)
            ? $"border-left-color:#{colour.GetInt32().ToString("x6", CultureInfo.InvariantCulture)}"
            : "";
        return $"<div class=\"container\" style=\"{edge}\">{Render(container.GetProperty("components"))}</div>";
    }

    private static string Button(JsonElement button)
    {
        var style = button.GetProperty("style").GetInt32();
        var disabled = button.TryGetProperty("disabled", out var value) && value.GetBoolean() ? " disabled" : "";
        return $"<span class=\"button style{style.ToString(CultureInfo.InvariantCulture)}{disabled}\">{Text(button, "label", "")}"
            + $"{(style == 5 ? " ↗" : "")}</span>";
    }

    private static string Input(JsonElement input)
    {
        var lines = input.GetProperty("style").GetInt32() == 2 ? " lines" : "";
        return input.TryGetProperty("value", out _)
            ? $"<div class=\"input{lines}\">{Text(input, "value", "")}</div>"
            : $"<div class=\"input empty{lines}\">{Text(input, "placeholder", "")}</div>";
    }

    private string Picture(JsonElement item, string style)
    {
        var address = item.GetProperty("media").GetProperty("url").GetString()!;
        if (address.StartsWith("http", StringComparison.Ordinal))
            return $"<div class=\"{style}\" style=\"background:#1e1f22;padding:24px 8px;font-size:12px\" "
                + $"title=\"{WebUtility.HtmlEncode(address)}\">{Text(item, "description", "")}</div>";
        var name = NameOf(item.GetProperty("media"));
        var content = files.FirstOrDefault(file => file.Name == name)?.Content ?? [];
        return $"<img class=\"{style}\" alt=\"{Text(item, "description", "")}\" "
            + $"src=\"data:image/png;base64,{Convert.ToBase64String(content)}\">";
    }

    private static string NameOf(JsonElement media) => media.GetProperty("url").GetString()!.Split("//")[^1];

    private static string Text(JsonElement component, string name, string other) =>
        WebUtility.HtmlEncode(component.TryGetProperty(name, out var text) ? text.GetString()! : other);
}
