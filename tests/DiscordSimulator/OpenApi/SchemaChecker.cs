using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DiscordSimulator.OpenApi;

/// <summary>Checks request bodies against Discord's published API description: as much of JSON Schema as that file uses.</summary>
internal sealed class SchemaChecker
{
    private const int MaxDepth = 60;

    private static readonly ConcurrentDictionary<string, SchemaChecker> Loaded = new();

    private readonly JsonElement _root;
    private readonly List<(PathTemplate Path, JsonElement Schema)> _routes = [];
    private readonly List<PathTemplate> _deprecated = [];

    // The file holds its schemas in one object, in which each would be sought from the first on.
    private readonly ConcurrentDictionary<string, JsonElement> _resolved = new();

    private SchemaChecker(JsonElement root)
    {
        _root = root;
        foreach (var path in root.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var template = new PathTemplate(operation.Name.ToUpperInvariant(), path.Name[1..]);
                if (IsDeprecated(operation.Value))
                    _deprecated.Add(template);
                if (
                    operation.Value.ValueKind != JsonValueKind.Object
                    || !operation.Value.TryGetProperty("requestBody", out var body)
                    || !body.TryGetProperty("content", out var content)
                    || !content.TryGetProperty("application/json", out var json)
                )
                    continue;
                _routes.Add((template, json.GetProperty("schema")));
            }
        }
    }

    /// <summary>The one of a file, which is read once for all that check by it.</summary>
    public static SchemaChecker Load(string file) => Loaded.GetOrAdd(file, Read);

    /// <summary>Whether the description marks a route as one that is not to be used any more.</summary>
    public bool IsDeprecated(string method, string path) => _deprecated.Exists(one => one.Matches(method, path));

    /// <summary>Where a body does not match; null when it does, or when the description has no such route.</summary>
    public string? Check(string method, string path, string body)
    {
        // Literal parts of a path win over parameters.
        var route = _routes.Where(one => one.Path.Matches(method, path)).MinBy(one => one.Path.Parameters);
        if (route.Path is null)
            return null;
        using var value = JsonDocument.Parse(body);
        return Fault(value.RootElement, route.Schema, "$", 0);
    }

    private static SchemaChecker Read(string file)
    {
        using var stream = File.OpenRead(file);
        return new SchemaChecker(JsonDocument.Parse(stream).RootElement);
    }

    private static bool IsDeprecated(JsonElement operation) =>
        operation.ValueKind == JsonValueKind.Object
        && (
            operation.TryGetProperty("deprecated", out var isDeprecated) && isDeprecated.ValueKind == JsonValueKind.True
            || operation.TryGetProperty("operationId", out var id) && id.GetString()!.StartsWith("deprecated_", StringComparison.Ordinal)
        );

    private string? Fault(JsonElement value, JsonElement schema, string at, int depth)
    {
        if (depth > MaxDepth)
            return $"{at}: nested too deeply";
        if (schema.TryGetProperty("$ref", out var reference))
            return Fault(value, Resolve(reference.GetString()!), at, depth + 1);
        if (
            schema.TryGetProperty("allOf", out var all)
            && all.EnumerateArray().Select(one => Fault(value, one, at, depth + 1)).FirstOrDefault(fault => fault is not null)
                is { } missing
        )
            return missing;
        foreach (var name in (string[])["oneOf", "anyOf"])
        {
            if (schema.TryGetProperty(name, out var any) && GetAnyError(value, any, at, depth) is { } none)
                return none;
        }

        return GetTypeError(value, schema, at) ?? GetValueError(value, schema, at) ?? GetPartsError(value, schema, at, depth);
    }

    private string? GetAnyError(JsonElement value, JsonElement schemas, string at, int depth)
    {
        var faults = new List<string>();
        foreach (var schema in schemas.EnumerateArray())
        {
            if (Fault(value, schema, at, depth + 1) is not { } fault)
                return null;
            faults.Add(fault);
        }

        // The alternative that went furthest says most.
        return faults.MaxBy(fault => fault.Split(':')[0].Length);
    }

    private static string? GetTypeError(JsonElement value, JsonElement schema, string at)
    {
        if (!schema.TryGetProperty("type", out var type))
            return null;
        var allowed =
            type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!).ToArray() : [type.GetString()!];
        var kind = value.ValueKind switch
        {
            JsonValueKind.Null => "null",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
            JsonValueKind.String => "string",
            JsonValueKind.Array => "array",
            _ => "object",
        };
        return allowed.Contains(kind) || kind == "integer" && allowed.Contains("number")
            ? null
            : $"{at}: is {kind}, not {string.Join(" or ", allowed)}";
    }

    private static string? GetValueError(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
            return $"{at}: {value} is not an allowed value";
        if (schema.TryGetProperty("const", out var constant) && !JsonElement.DeepEquals(constant, value))
            return $"{at}: {value} is not {constant}";
        if (value.ValueKind != JsonValueKind.String)
            return null;
        var text = value.GetString()!;
        if (
            schema.TryGetProperty("maxLength", out var most) && text.Length > most.GetInt32()
            || schema.TryGetProperty("minLength", out var least) && text.Length < least.GetInt32()
        )
            return $"{at}: has {text.Length} characters";
        return schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(text, pattern.GetString()!)
            ? $"{at}: does not match {pattern}"
            : null;
    }

    private string? GetPartsError(JsonElement value, JsonElement schema, string at, int depth)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var count = value.GetArrayLength();
            if (
                schema.TryGetProperty("maxItems", out var most) && count > most.GetInt32()
                || schema.TryGetProperty("minItems", out var least) && count < least.GetInt32()
            )
                return $"{at}: has {count} items";
            return schema.TryGetProperty("items", out var items)
                ? value
                    .EnumerateArray()
                    .Select((item, index) => Fault(item, items, $"{at}[{index}]", depth + 1))
                    .FirstOrDefault(fault => fault is not null)
                : null;
        }

        if (value.ValueKind != JsonValueKind.Object)
            return null;
        if (
            schema.TryGetProperty("required", out var required)
            && required.EnumerateArray().FirstOrDefault(name => !value.TryGetProperty(name.GetString()!, out _))
                is { ValueKind: JsonValueKind.String } absent
        )
            return $"{at}: lacks {absent}";
        if (!schema.TryGetProperty("properties", out var properties))
            return null;
        foreach (var property in value.EnumerateObject())
        {
            // The description lets unknown fields pass; Discord ignores them, and so they would hide a misspelt one.
            if (!properties.TryGetProperty(property.Name, out var inner))
                return $"{at}.{property.Name}: is no field that Discord knows";
            if (Fault(property.Value, inner, $"{at}.{property.Name}", depth + 1) is { } fault)
                return fault;
        }

        return null;
    }

    private JsonElement Resolve(string reference) =>
        _resolved.GetOrAdd(
            reference,
            path => path.TrimStart('#', '/').Split('/').Aggregate(_root, (element, part) => element.GetProperty(part))
        );
}
