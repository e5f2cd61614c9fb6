/** Words of what may be a tout's work. */
export const ANOMALY_WORDS = {
  en: {
    anomaliesTitle: 'Worth a look',
    anomaliesMore: 'what touts’ work looks like; nobody was refused for it',
    anomaliesNone: 'Nothing out of the ordinary.',
    anomaly_tokensOfCard: 'One card took {{count}} tokens in seven days',
    anomaly_bookingsOfCard: 'One card holds {{count}} bookings',
    anomaly_tokensOfPhone: 'One phone stands behind {{count}} tokens of {{persons}} people',
    anomaly_bookingsOfPhone: 'One phone stands behind {{count}} bookings of {{persons}} people',
    anomaly_kioskBurst: 'Kiosk {{kiosk}} gave {{count}} tokens within a minute',
    anomaly_classesCorrected: 'Kiosk {{kiosk}}: {{count}} of {{of}} priority classes were corrected today',
    anomaly_jumps: '{{operator}} called {{count}} of {{of}} out of order today',
  },
  ur: {
    anomaliesTitle: 'قابلِ توجہ',
    anomaliesMore: 'ایجنٹوں کا کام ایسا دکھتا ہے؛ اس پر کسی کو روکا نہیں گیا',
    anomaliesNone: 'کوئی غیر معمولی بات نہیں۔',
    anomaly_tokensOfCard: 'ایک ہی کارڈ پر سات دن میں {{count}} ٹوکن لیے گئے',
    anomaly_bookingsOfCard: 'ایک ہی کارڈ پر {{count}} بکنگ ہیں',
    anomaly_tokensOfPhone: 'ایک ہی فون سے {{persons}} افراد کے {{count}} ٹوکن ہیں',
    anomaly_bookingsOfPhone: 'ایک ہی فون سے {{persons}} افراد کی {{count}} بکنگ ہیں',
    anomaly_kioskBurst: 'کیوسک {{kiosk}} نے ایک منٹ میں {{count}} ٹوکن دیے',
    anomaly_classesCorrected: 'کیوسک {{kiosk}}: آج {{of}} میں سے {{count}} ترجیحی درجے درست کیے گئے',
    anomaly_jumps: '{{operator}} نے آج {{of}} میں سے {{count}} ترتیب سے ہٹ کر بلائے',
  },
} as const;
