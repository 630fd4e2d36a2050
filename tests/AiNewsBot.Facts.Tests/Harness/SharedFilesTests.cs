namespace AiNewsBot.Facts.Tests.Harness;

/// <summary>Reference files that are not here: a stranger's tests skip, and where the files are required the tests fail.</summary>
public sealed class SharedFilesTests
{
    private const string Absent = "no/such/file";

    [Theory]
    [InlineData(null)]
    [InlineData("optional")]
    public void Absent_file_skips_the_test_unless_files_are_required(string? requirement)
    {
        string? told = null;
        try
        {
            SharedFiles.Need(Absent, requirement);
        }
        catch (Xunit.Sdk.SkipException exception)
        {
            // What records exceptions lets this one pass, and would skip this test.
            told = exception.Message;
        }

        Assert.EndsWith("needs ../shared/no/such/file, which is not here", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Absent_file_fails_the_test_where_files_are_required()
    {
        var exception = Assert.Throws<Xunit.Sdk.FailException>(() => SharedFiles.Need(Absent, "required"));

        Assert.Equal("AINEWSBOT_REFERENCES is required, and ../shared/no/such/file is not here", exception.Message);
    }
}
