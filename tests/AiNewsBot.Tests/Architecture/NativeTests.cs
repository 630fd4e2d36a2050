using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using AiNewsBot.Hosting;

namespace AiNewsBot.Tests.Architecture;

/// <summary>The native program cannot generate code at run time: code that would is found here, before it fails there.</summary>
public sealed class NativeTests
{
    // What Dapper has that writes no code.
    private static readonly string[] Harmless = ["AsList"];

    [Fact]
    public void Dapper_calls_are_all_generated_at_build_time() =>
        Assert.DoesNotContain(MembersUsedOf("SqlMapper"), name => !Harmless.Contains(name));

    [Fact]
    public void Dapper_parameters_have_a_type_known_at_build_time() => Assert.Empty(MembersUsedOf("DynamicParameters"));

    [Fact]
    public void Dapper_call_finder_finds_calls_in_the_program() => Assert.Contains("AsList", MembersUsedOf("SqlMapper"));

    private static string[] MembersUsedOf(string type)
    {
        using var file = new PEReader(File.OpenRead(typeof(BotHost).Assembly.Location));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata
                .MemberReferences.Select(metadata.GetMemberReference)
                .Where(member =>
                    member.Parent.Kind == HandleKind.TypeReference && IsOf(metadata.GetTypeReference((TypeReferenceHandle)member.Parent))
                )
                .Select(member => metadata.GetString(member.Name)),
        ];

        bool IsOf(TypeReference reference) =>
            metadata.GetString(reference.Namespace) == "Dapper" && metadata.GetString(reference.Name) == type;
    }
}
