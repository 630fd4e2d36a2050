using System.Text;

namespace AiNewsBot.Feeds.Tests.Parsing;

/// <summary>Letters beyond ASCII, in any encoding: by the byte order mark, else the
/// server, else the document, else by what they look like.</summary>
public sealed class EncodingTests
{
    private const string German = "Grüße – für „Käufer“";
    private const string Greek = "Ελληνικά νέα από την Αθήνα και όλο τον κόσμο";
    private const string Russian = "Новости: открытые модели и лицензии, что изменилось за неделю в Москве";
    private const string Japanese = "オープンソースのモデルが公開されました。ライセンスは確認中です。日本語のニュース";
    private const string Korean = "오픈소스 모델이 공개되었습니다. 한국어 뉴스와 라이선스";
    private const string Chinese = "开放源代码模型今天发布了，许可证尚未公布。这是中文新闻的标题";
    private const string Hebrew = "חדשות על מודלים פתוחים ורישיונות, מה השתנה השבוע בעולם";

    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", German)]
    [InlineData("windows-1252", German)]
    [InlineData("iso-8859-7", Greek)]
    [InlineData("koi8-r", Russian)]
    [InlineData("windows-1251", Russian)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-jp", Japanese)]
    [InlineData("iso-2022-jp", Japanese)]
    [InlineData("gb2312", Chinese)]
    [InlineData("gb18030", Chinese)]
    [InlineData("big5", "開放原始碼模型今天發布了")]
    [InlineData("ks_c_5601-1987", Korean)]
    [InlineData("windows-1255", Hebrew)]
    [InlineData("IBM037", "Gruesse aus dem Rechenzentrum")]
    public void Encoding_declared_by_the_document_is_used(string name, string title) =>
        Assert.Equal(title, TitleOf(Bytes(name, title, declared: name)));

    [Theory]
    [InlineData("windows-1251", Russian, "utf-8")]
    [InlineData("utf-8", Russian, "windows-1251")]
    [InlineData("shift_jis", Japanese, null)]
    [InlineData("koi8-r", Russian, "nonsense")]
    public void Encoding_of_the_server_overrides_the_document(string name, string title, string? declared) =>
        Assert.Equal(title, TitleOf(Bytes(name, title, declared), $"application/rss+xml; charset={name}"));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void Byte_order_mark_overrides_everything(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        Assert.Equal(Russian, TitleOf([.. encoding.GetPreamble(), .. Bytes(name, Russian, "koi8-r")], "text/xml; charset=windows-1251"));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void Wide_encoding_is_detected_without_a_mark(string name) => Assert.Equal(Russian, TitleOf(Bytes(name, Russian, name)));

    [Theory]
    [InlineData("utf-8", German)]
    [InlineData("utf-8", Japanese)]
    [InlineData("windows-1252", German)]
    [InlineData("koi8-r", Russian)]
    [InlineData("windows-1251", Russian)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-jp", Japanese)]
    [InlineData("euc-kr", Korean)]
    [InlineData("gb18030", Chinese)]
    [InlineData("windows-1255", Hebrew)]
    public void Undeclared_encoding_is_detected_from_the_bytes(string name, string title) =>
        Assert.Equal(title, TitleOf(Bytes(name, title, declared: null)));

    // Unchosen defaults of servers and editors.
    [Theory]
    [InlineData("iso-8859-1", null)]
    [InlineData("us-ascii", null)]
    [InlineData(null, "iso-8859-1")]
    [InlineData("windows-1252", "iso-8859-1")]
    [InlineData(null, "utf-16")]
    [InlineData("utf-16", "utf-8")]
    [InlineData("utf-7", null)]
    [InlineData("x-unknown", "x-unknown-too")]
    public void Valid_UTF8_is_read_as_UTF8_whatever_is_declared(string? server, string? document) =>
        Assert.Equal(German, TitleOf(Bytes("utf-8", German, document), server is null ? null : $"text/xml; charset={server}"));

    [Theory]
    [InlineData("text/xml; charset=utf-8", null)]
    [InlineData(null, "utf-8")]
    public void Invalid_UTF8_is_read_in_its_real_encoding(string? contentType, string? declared) =>
        Assert.Equal(German, TitleOf(Bytes("windows-1252", German, declared), contentType));

    [Fact]
    public void Stray_bytes_in_UTF8_are_read_as_Windows_1252() =>
        Assert.Equal(
            "Käufer’s „Grüße“",
            TitleOf([.. "<rss><channel><title>Käufer"u8, 0x92, .. "s „Grü"u8, 0xDF, .. "e“</title></channel></rss>"u8])
        );

    [Fact]
    public void Latin_1_is_read_as_Windows_1252() =>
        Assert.Equal(
            "It’s",
            TitleOf([.. "<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>It"u8, 0x92, .. "s</title></channel></rss>"u8])
        );

    [Theory]
    [InlineData("text/xml; charset=\"koi8-r\"")]
    [InlineData("text/xml; charset='koi8-r'")]
    [InlineData("text/xml; charset=\"koi8-r")]
    [InlineData("text/xml, charset = koi8-r")]
    [InlineData("text/xml;version=2;CHARSET=KOI8-R;x")]
    public void Malformed_content_type_still_gives_its_charset(string contentType) =>
        Assert.Equal(Russian, TitleOf(Bytes("koi8-r", Russian, declared: null), contentType));

    [Fact]
    public void Json_feed_is_read_in_its_encoding() =>
        Assert.Equal(
            Russian,
            Parsed
                .Feed([
                    .. Encoding.Unicode.GetPreamble(),
                    .. Encoding.Unicode.GetBytes($$"""{"version":"https://jsonfeed.org/version/1","title":"{{Russian}}"}"""),
                ])
                .Title
        );

    private static string? TitleOf(byte[] body, string? contentType = null) => Parsed.Feed(body, contentType).Title;

    private static byte[] Bytes(string name, string title, string? declared) =>
        Encoding
            .GetEncoding(name)
            .GetBytes(
                $"{(declared is null ? "" : $"<?xml version=\"1.0\" encoding=\"{declared}\"?>\n")}<rss "
                    + $"version=\"2.0\"><channel><title>{title}</title></channel></rss>"
            );
}
