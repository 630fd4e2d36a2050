using System.Text.Json;
using DiscordSimulator.Rest;

namespace DiscordSimulator.Interactions;

/// <summary>What a user sees.</summary>
public sealed record SimulatedReply
{
    private const int Ephemeral = 1 << 6;

    /// <summary>The answer's type: 4 a message, 7 a change of the pressed button's message, 8 choices, 9 a form; 0 for one that was
    /// announced first.</summary>
    public required int Type { get; init; }

    /// <summary>Whether only the one who asked sees it.</summary>
    public required bool IsPrivate { get; init; }

    /// <summary>All texts, one under the other.</summary>
    public required string Text { get; init; }

    /// <summary>The colour of the first box's edge.</summary>
    public int? AccentColor { get; init; }

    /// <summary>The buttons: their ids by their labels.</summary>
    public required IReadOnlyDictionary<string, string> Buttons { get; init; }

    /// <summary>The options of its menu: values by labels; empty without one.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>The id of its menu; null without one.</summary>
    public string? MenuId { get; init; }

    /// <summary>The pictures, in order.</summary>
    public IReadOnlyList<SimulatedPicture> Pictures { get; init; } = [];

    /// <summary>The choices of an autocomplete: values by names.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Choices { get; init; }

    /// <summary>The id of a form; null for other answers.</summary>
    public string? FormId { get; init; }

    /// <summary>The fields of a form: their ids by their labels.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>The types of a form's controls, by their ids.</summary>
    public IReadOnlyDictionary<string, int> Controls { get; init; } = new Dictionary<string, int>();

    /// <summary>The initial values of a form: texts by the ids of their fields.</summary>
    public IReadOnlyDictionary<string, string> Written { get; init; } = new Dictionary<string, string>();

    /// <summary>The files that came with it.</summary>
    public IReadOnlyList<SentFile> Files { get; init; } = [];

    /// <summary>The message or form as it was sent; undefined for choices.</summary>
    public JsonElement Content { get; init; }

    /// <summary>How long the bot took, on the simulator's clock: from where the
    /// interaction left for it until all of its answer was in.</summary>
    public required TimeSpan Elapsed { get; init; }

    internal static SimulatedReply From(int type, JsonElement reply, IReadOnlyList<SentFile> files, TimeSpan elapsed)
    {
        var data = reply.TryGetProperty("data", out var value) ? value : default;
        if (type == 9)
            return FromForm(data, elapsed);
        return type == 8
            ? new SimulatedReply
            {
                Type = type,
                IsPrivate = true,
                Text = "",
                Buttons = new Dictionary<string, string>(),
                Elapsed = elapsed,
                Choices =
                [
                    .. data.GetProperty("choices")
                        .EnumerateArray()
                        .Select(choice =>
                            KeyValuePair.Create(choice.GetProperty("name").GetString()!, choice.GetProperty("value").GetString()!)
                        ),
                ],
            }
            : FromMessage(type, data, files, data.TryGetProperty("flags", out var flags) && (flags.GetInt32() & Ephemeral) != 0, elapsed);
    }

    private static SimulatedReply FromForm(JsonElement form, TimeSpan elapsed) =>
        new()
        {
            Type = 9,
            IsPrivate = true,
            Text = form.GetProperty("title").GetString()!,
            Buttons = new Dictionary<string, string>(),
            Choices = [],
            Elapsed = elapsed,
            Content = form.Clone(),
            FormId = form.GetProperty("custom_id").GetString(),
            Fields = FieldsOf(form).ToDictionary(field => field.Label, field => field.Control.GetProperty("custom_id").GetString()!),
            Controls = FieldsOf(form)
                .Select(field => field.Control)
                .ToDictionary(control => control.GetProperty("custom_id").GetString()!, control => control.GetProperty("type").GetInt32()),
            Written = FieldsOf(form)
                .Select(field => field.Control)
                .Where(control => control.TryGetProperty("value", out _))
                .ToDictionary(
                    control => control.GetProperty("custom_id").GetString()!,
                    control => control.GetProperty("value").GetString()!
                ),
        };

    // A field is a label with its control or, as in older forms, a row with an input that has a label itself.
    private static IEnumerable<(string Label, JsonElement Control)> FieldsOf(JsonElement form) =>
        form.GetProperty("components")
            .EnumerateArray()
            .Where(field => field.GetProperty("type").GetInt32() is 1 or 18)
            .Select(field =>
                field.TryGetProperty("component", out var control)
                    ? (field.GetProperty("label").GetString()!, control)
                    : (field.GetProperty("components")[0].GetProperty("label").GetString()!, field.GetProperty("components")[0])
            );

    internal static SimulatedReply FromEdit(JsonElement message, IReadOnlyList<SentFile> files, bool isPrivate, TimeSpan elapsed) =>
        FromMessage(0, message, files, isPrivate, elapsed);

    private static SimulatedReply FromMessage(
        int type,
        JsonElement message,
        IReadOnlyList<SentFile> files,
        bool isPrivate,
        TimeSpan elapsed
    )
    {
        var texts = new List<string>();
        var buttons = new Dictionary<string, string>();
        var pictures = new List<SimulatedPicture>();
        var options = new Dictionary<string, string>();
        string? menu = null;
        int? accent = null;
        if (message.TryGetProperty("components", out var components))
            Walk(components);
        return new SimulatedReply
        {
            Files = files,
            Content = message.Clone(),
            Type = type,
            IsPrivate = isPrivate,
            Text = string.Join('\n', texts),
            AccentColor = accent,
            Buttons = buttons,
            Pictures = pictures,
            Options = options,
            MenuId = menu,
            Choices = [],
            Elapsed = elapsed,
        };

        void Walk(JsonElement list)
        {
            foreach (var component in list.EnumerateArray())
            {
                if (component.TryGetProperty("accent_color", out var colour))
                    accent ??= colour.GetInt32();
                if (component.TryGetProperty("content", out var content))
                    texts.Add(content.GetString()!);
                if (component.TryGetProperty("options", out var offered))
                {
                    menu = component.GetProperty("custom_id").GetString();
                    foreach (var option in offered.EnumerateArray())
                        options[option.GetProperty("label").GetString()!] = option.GetProperty("value").GetString()!;
                }
                else if (component.TryGetProperty("custom_id", out var id))
                    buttons[component.GetProperty("label").GetString()!] = id.GetString()!;
                if (component.TryGetProperty("items", out var items))
                    pictures.AddRange(items.EnumerateArray().Select(item => PictureOf(item, files)));
                if (component.TryGetProperty("components", out var nested))
                    Walk(nested);
            }
        }
    }

    private static SimulatedPicture PictureOf(JsonElement item, IReadOnlyList<SentFile> files)
    {
        var name = item.GetProperty("media").GetProperty("url").GetString()!.Split("//")[^1];
        return new SimulatedPicture(
            name,
            item.TryGetProperty("description", out var description) ? description.GetString() ?? "" : "",
            files.FirstOrDefault(file => file.Name == name)?.Content ?? []
        );
    }
}
