using System.Text.Json.Serialization;

namespace AiNewsBot.News.Feeds;

/// <summary>Lists of texts as one parameter of a statement.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class UrlJson : JsonSerializerContext;
