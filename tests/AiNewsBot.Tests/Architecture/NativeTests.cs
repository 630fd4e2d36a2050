using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using AiNewsBot.Hosting;

namespace AiNewsBot.Tests.Architecture;

/// <summary>The native program can write no code at run time: whatever would is found here, before it fails there.</summary>
public sealed class NativeTests
{
    // What Dapper has that writes no code.
    private static readonly string[] Harmless = ["AsList"];

    [Fact]
    public void Every_call_of_Dapper_is_written_when_the_bot_is_built() =>
        Assert.DoesNotContain(MembersUsedOf("SqlMapper"), name => !Harmless.Contains(name));

    [Fact]
    public void Parameters_are_of_a_type_that_is_known_when_the_bot_is_built() => Assert.Empty(MembersUsedOf("DynamicParameters"));

    [Fact]
    public void Calls_of_Dapper_are_found_so_that_the_tests_above_can_fail() => Assert.Contains("AsList", MembersUsedOf("SqlMapper"));

    private static string[] MembersUsedOf(string type)
    {
        using var file = new PEReader(File.OpenRead(typeof(Bot).Assembly.Location));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.MemberReferences.Select(metadata.GetMemberReference)
                .Where(member => member.Parent.Kind == HandleKind.TypeReference && IsOf(metadata.GetTypeReference((TypeReferenceHandle)member.Parent)))
                .Select(member => metadata.GetString(member.Name)),
        ];

        bool IsOf(TypeReference reference) => metadata.GetString(reference.Namespace) == "Dapper" && metadata.GetString(reference.Name) == type;
    }
}
