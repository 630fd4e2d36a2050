using System.Reflection;
using AiNewsBot.Hosting;

namespace AiNewsBot.Tests.Architecture;

/// <summary>Discord is reached through one narrow seam: another client library could
/// stand beside ours without a feature being touched.</summary>
public sealed class SeamTests
{
    private const string Client = "AiNewsBot.Discord";
    private const string Seam = "AiNewsBot.Chat.Discord";

    [Fact]
    public void Client_types_are_used_by_the_transport_only()
    {
        var past = typeof(BotHost)
            .Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("AiNewsBot", StringComparison.Ordinal) == true && type.Namespace != Seam)
            .Where(type => Mentioned(type).Any(other => other.Assembly.GetName().Name == Client))
            .Select(type => type.FullName);

        Assert.Empty(past);
    }

    [Fact]
    public void Client_types_are_found_in_the_transport() =>
        Assert.Contains(
            typeof(BotHost).Assembly.GetTypes().Where(type => type.Namespace == Seam),
            type => Mentioned(type).Any(other => other.Assembly.GetName().Name == Client)
        );

    [Fact]
    public void Client_namespaces_are_imported_by_the_transport_only()
    {
        var root = RepositoryRoot.Path;
        var importing = Directory
            .EnumerateFiles(Path.Combine(root, "src", "AiNewsBot"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => File.ReadLines(file).Any(line => line.StartsWith($"using {Client}", StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(Path.Combine(root, "src", "AiNewsBot"), Path.GetDirectoryName(file)!))
            .Distinct();

        Assert.Equal([Path.Combine("Chat", "Discord")], importing);
    }

    [Fact]
    public void Facts_and_client_assemblies_reference_neither_the_bot_nor_each_other()
    {
        Assert.DoesNotContain(
            typeof(AiNewsBot.Facts.Snapshots.FactBase).Assembly.GetReferencedAssemblies(),
            name => name.Name!.StartsWith("AiNewsBot", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            typeof(AiNewsBot.Discord.DiscordOptions).Assembly.GetReferencedAssemblies(),
            name => name.Name!.StartsWith("AiNewsBot", StringComparison.Ordinal)
        );
    }

    private static IEnumerable<Type> Mentioned(Type type)
    {
        const BindingFlags all =
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return type.GetInterfaces()
            .Append(type.BaseType)
            .Concat(type.GetFields(all).Select(field => field.FieldType))
            .Concat(type.GetProperties(all).Select(property => property.PropertyType))
            .Concat(
                type.GetMethods(all)
                    .SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType))
            )
            .Concat(
                type.GetConstructors(all)
                    .SelectMany(constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType))
            )
            .OfType<Type>();
    }
}
