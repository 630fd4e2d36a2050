using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiNewsBot.News.Items;

/// <summary>Details as the database keeps them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    GenerationMode = JsonSourceGenerationMode.Metadata
)]
[JsonSerializable(typeof(ItemDetails))]
internal sealed partial class ItemDetailsJson : JsonSerializerContext
{
    public static string? Write(ItemDetails? details) => details is null ? null : JsonSerializer.Serialize(details, Default.ItemDetails);

    /// <summary>What was kept; nothing for what an earlier version kept.</summary>
    public static ItemDetails Read(string? json)
    {
        if (json is null || JsonSerializer.Deserialize(json, Default.ItemDetails) is not { } details)
            return Items.ItemDetails.None;

        // What is not there is read as no list at all.
        return details with
        {
            Categories = details.Categories.IsDefault ? [] : details.Categories,
            Pictures = details.Pictures.IsDefault ? [] : details.Pictures,
            Text = details.Text is { Blocks.IsDefaultOrEmpty: false } text
                ? text with
                {
                    Blocks = [.. text.Blocks.Select(block => block.Spans.IsDefault ? block with { Spans = [] } : block)],
                }
                : null,
        };
    }
}
