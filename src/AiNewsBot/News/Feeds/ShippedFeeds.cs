using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiNewsBot.News.Feeds;

/// <summary>The feeds and watched organisations that came with the program, from a file that people can read.</summary>
internal static class ShippedFeeds
{
    private static readonly Lazy<ShippedList> List = new(Read);

    public static ImmutableArray<ShippedFeed> Feeds => List.Value.Feeds;

    public static ImmutableArray<ShippedOrganization> Organizations => List.Value.Organizations;

    private static ShippedList Read()
    {
        using var stream = typeof(ShippedFeeds).Assembly.GetManifestResourceStream("AiNewsBot.News.Feeds.shipped-feeds.json")!;
        return JsonSerializer.Deserialize(stream, ShippedJson.Default.ShippedList)!;
    }
}

/// <summary>The file.</summary>
internal sealed record ShippedList(ImmutableArray<ShippedFeed> Feeds, ImmutableArray<ShippedOrganization> Organizations);

/// <summary>A feed of it.</summary>
/// <param name="IsUncertain">Its address is disputed or was never seen to work: it is off until it could be read.</param>
internal sealed record ShippedFeed(string Url, string Title, string? About, bool IsUncertain);

/// <summary>A watched organisation of it, by its name on the hub.</summary>
internal sealed record ShippedOrganization(string Name, string? About, bool IsUncertain);

/// <summary>The reader, made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ShippedList))]
internal sealed partial class ShippedJson : JsonSerializerContext;
