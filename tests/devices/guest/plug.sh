#!/bin/bash
# Makes one USB device that is an ESC/POS printer and a serial line, and plugs it into this machine's own port.
set -e
gadget=/sys/kernel/config/usb_gadget/printer
mkdir -p $gadget && cd $gadget
echo 0x04b8 > idVendor && echo 0x0e15 > idProduct && echo 0x0200 > bcdUSB
mkdir -p strings/0x409 configs/c.1/strings/0x409 functions/{printer.0,acm.0}
echo VIRT0001 > strings/0x409/serialnumber
echo EPSON > strings/0x409/manufacturer
echo 'TM-T20 of no matter' > strings/0x409/product
echo default > configs/c.1/strings/0x409/configuration
printf 'MFG:EPSON;CMD:ESC/POS;MDL:TM-T20;CLS:PRINTER;' > functions/printer.0/pnp_string
echo 10 > functions/printer.0/q_len
ln -s functions/printer.0 functions/acm.0 configs/c.1/
ls /sys/class/udc > UDC
