namespace Grpc.Core;

/// <summary>Decides whether the peer's certificate is acceptable.</summary>
public delegate bool VerifyPeerCallback(VerifyPeerContext context);

/// <summary>TLS.</summary>
/// <param name="rootCertificates">PEM; null means the roots that the system trusts.</param>
/// <param name="keyCertificatePair">What this side authenticates itself with, if it does.</param>
/// <param name="verifyPeerCallback">A check beyond that of the certificate chain.</param>
public sealed class SslCredentials(
    string? rootCertificates, KeyCertificatePair? keyCertificatePair, VerifyPeerCallback? verifyPeerCallback) : ChannelCredentials
{
    public SslCredentials()
        : this(null, null, null)
    {
    }

    public SslCredentials(string rootCertificates)
        : this(rootCertificates, null, null)
    {
    }

    public SslCredentials(string rootCertificates, KeyCertificatePair keyCertificatePair)
        : this(rootCertificates, keyCertificatePair, null)
    {
    }

    public string? RootCertificates => rootCertificates;

    public KeyCertificatePair? KeyCertificatePair => keyCertificatePair;

    public override void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object? state) =>
        configurator.SetSslCredentials(state, rootCertificates, keyCertificatePair, verifyPeerCallback);
}

/// <summary>A certificate chain and its private key, both PEM.</summary>
public sealed class KeyCertificatePair(string certificateChain, string privateKey)
{
    public string CertificateChain { get; } = certificateChain ?? throw new ArgumentNullException(nameof(certificateChain));

    public string PrivateKey { get; } = privateKey ?? throw new ArgumentNullException(nameof(privateKey));
}

/// <summary>The peer that a <see cref="VerifyPeerCallback"/> judges.</summary>
public class VerifyPeerContext(string targetName, string peerPem)
{
    public string TargetName { get; } = targetName;

    public string PeerPem { get; } = peerPem;
}
