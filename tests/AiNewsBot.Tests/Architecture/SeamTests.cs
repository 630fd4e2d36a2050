using System.Reflection;
using AiNewsBot.Hosting;

namespace AiNewsBot.Tests.Architecture;

/// <summary>Discord is reached through one narrow seam: another client library could stand beside ours without a feature being touched.</summary>
public sealed class SeamTests
{
    private const string Client = "AiNewsBot.Discord";
    private const string Seam = "AiNewsBot.Transport.Lean";

    [Fact]
    public void Nothing_but_the_transport_speaks_of_the_client()
    {
        var past = typeof(Bot).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("AiNewsBot", StringComparison.Ordinal) == true && type.Namespace != Seam)
            .Where(type => Mentioned(type).Any(other => other.Assembly.GetName().Name == Client))
            .Select(type => type.FullName);

        Assert.Empty(past);
    }

    [Fact]
    public void The_transport_does_so_that_the_test_above_can_fail() =>
        Assert.Contains(typeof(Bot).Assembly.GetTypes().Where(type => type.Namespace == Seam), type => Mentioned(type).Any(other => other.Assembly.GetName().Name == Client));

    [Fact]
    public void Sources_outside_of_the_transport_import_no_namespace_of_the_client()
    {
        var root = RepositoryRoot.Path;
        var importing = Directory.EnumerateFiles(Path.Combine(root, "src", "AiNewsBot"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => File.ReadLines(file).Any(line => line.StartsWith($"using {Client}", StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(Path.Combine(root, "src", "AiNewsBot"), Path.GetDirectoryName(file)!)).Distinct();

        Assert.Equal([Path.Combine("Transport", "Lean")], importing);
    }

    [Fact]
    public void Facts_and_client_know_nothing_of_the_bot_or_of_each_other()
    {
        Assert.DoesNotContain(typeof(Facts.FactBase).Assembly.GetReferencedAssemblies(), name => name.Name!.StartsWith("AiNewsBot", StringComparison.Ordinal));
        Assert.DoesNotContain(typeof(Discord.DiscordOptions).Assembly.GetReferencedAssemblies(), name => name.Name!.StartsWith("AiNewsBot", StringComparison.Ordinal));
    }

    private static IEnumerable<Type> Mentioned(Type type)
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return type.GetInterfaces().Append(type.BaseType)
            .Concat(type.GetFields(all).Select(field => field.FieldType))
            .Concat(type.GetProperties(all).Select(property => property.PropertyType))
            .Concat(type.GetMethods(all).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)))
            .Concat(type.GetConstructors(all).SelectMany(constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType)))
            .OfType<Type>();
    }
}
